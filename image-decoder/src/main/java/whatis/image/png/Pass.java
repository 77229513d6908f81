package whatis.image.png;

import java.util.List;

/**
 * A part of a picture that is stored row by row; an interlaced picture has seven, as Adam M. Costello proposed.
 *
 * @param x the first of its columns in the whole picture
 * @param y the first of its rows in the whole picture
 * @param stepX from one of its columns to the next
 * @param stepY from one of its rows to the next
 * @see <a href="https://www.w3.org/TR/png-3/#8InterlaceMethods">PNG, interlacing</a>
 */
record Pass(int x, int y, int stepX, int stepY) {

    private static final List<Pass> WHOLE = List.of(new Pass(0, 0, 1, 1));

    private static final List<Pass> ADAM7 = List.of(
            new Pass(0, 0, 8, 8),
            new Pass(4, 0, 8, 8),
            new Pass(0, 4, 4, 8),
            new Pass(2, 0, 4, 4),
            new Pass(0, 2, 2, 4),
            new Pass(1, 0, 2, 2),
            new Pass(0, 1, 1, 2));

    static List<Pass> all(boolean interlaced) {
        return interlaced ? ADAM7 : WHOLE;
    }

    /** Returns how many of a frame's columns belong to the pass. */
    int width(Frame frame) {
        return (frame.width() - x + stepX - 1) / stepX;
    }

    /** Returns how many of a frame's rows belong to the pass; none if no column does. */
    int height(Frame frame) {
        return width(frame) == 0 ? 0 : (frame.height() - y + stepY - 1) / stepY;
    }
}
