package whatis.image.webp.lossless;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The distance map of RFC 9649: the first {@value #NEAR} distance codes mean pixels around the current one, the nearest
 * first, up to seven rows above; all others so many pixels back.
 */
final class Distances {

    static final int NEAR = 120;

    /** What the last of all distance codes means. */
    static final int LONGEST = (1 << 20) - NEAR;

    private static final int ROWS = 7;
    private static final int COLUMNS = 8;

    /** How far each neighbour lies to the left and above. */
    private static final int[][] NEIGHBOURS = neighbours();

    private Distances() {}

    private static int[][] neighbours() {
        return IntStream.rangeClosed(0, ROWS)
                .boxed()
                .flatMap(up -> IntStream.rangeClosed(up == 0 ? 1 : 1 - COLUMNS, COLUMNS)
                        .mapToObj(left -> new int[] {left, up}))
                .sorted(Comparator.<int[]>comparingInt(to -> to[0] * to[0] + to[1] * to[1])
                        .thenComparingInt(to -> Math.abs(to[0]))
                        .thenComparingInt(to -> -to[0]))
                .toArray(int[][]::new);
    }

    /** Returns how many pixels back each near code means in rows of a width, from code 1 on. */
    static int[] near(int width) {
        return Arrays.stream(NEIGHBOURS)
                .mapToInt(to -> Math.max(1, to[1] * width + to[0]))
                .toArray();
    }
}
