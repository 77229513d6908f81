package whatis.experiment.dataset;

import java.util.Random;

/**
 * Draws images that stand in for photographs, 64 x 64 as tiny-imagenet's. The same row is always the same image.
 *
 * <p>Neighbours are of one class, as there: 500 traffic lights, then 500 dartboards, and so on.
 */
final class DrawnImages {

    static final int ROWS = 10_000;

    private static final int SIDE = 64;
    private static final int ROWS_PER_CLASS = 500;
    private static final int CLASSES = 4;

    private static final int BLACK = 0;
    private static final int DARK_GREY = 0x404040;
    private static final int WHITE = 0xffffff;
    private static final int RED = 0xff0000;
    private static final int YELLOW = 0xffff00;
    private static final int GREEN = 0x00ff00;

    private DrawnImages() {}

    static int label(int row) {
        return row / ROWS_PER_CLASS;
    }

    /** Returns a row's image as PNG. */
    static byte[] image(int row) {
        Random random = new Random(row);
        Drawing drawing = new Drawing(SIDE, random.nextInt(1 << 24) >> 1 & 0x7f7f7f | 0x808080);
        drawing.move(random.nextInt(9) - 4, random.nextInt(9) - 4);
        switch (label(row) % CLASSES) {
            case 0 -> trafficLight(drawing, random);
            case 1 -> dartboard(drawing);
            case 2 -> clock(drawing, random);
            default -> chessboard(drawing);
        }
        return Png.encode(drawing.image());
    }

    private static void trafficLight(Drawing drawing, Random random) {
        drawing.fill(Drawing.rectangle(20, 4, 24, 56), DARK_GREY);
        int[] lamps = {RED, YELLOW, GREEN};
        int lit = random.nextInt(lamps.length);
        for (int i = 0; i < lamps.length; i++) {
            drawing.fill(Drawing.disc(32, 15 + 17 * i, 7), i == lit ? lamps[i] : BLACK);
        }
    }

    private static void dartboard(Drawing drawing) {
        int[] rings = {BLACK, WHITE, RED, WHITE, RED};
        for (int i = 0; i < rings.length; i++) {
            drawing.fill(Drawing.disc(32, 32, 26 - 5 * i), rings[i]);
        }
    }

    private static void clock(Drawing drawing, Random random) {
        drawing.fill(Drawing.disc(32, 32, 24.5), BLACK);
        drawing.fill(Drawing.disc(32, 32, 23.5), WHITE);
        for (int length : new int[] {12, 20}) {
            drawing.fill(Drawing.line(32, 32, length, random.nextDouble() * 2 * Math.PI), BLACK);
        }
    }

    private static void chessboard(Drawing drawing) {
        Drawing.Area board = Drawing.rectangle(8, 8, 48, 48);
        drawing.fill(board, WHITE);
        drawing.fill((x, y) -> board.contains(x, y) && ((int) (x - 8) / 6 + (int) (y - 8) / 6) % 2 == 1, BLACK);
    }
}
