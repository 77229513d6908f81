package whatis.image.webp.lossless;

/**
 * The ways to predict a pixel by those to the left and above, each as a loop over a run of a row. The four channels of a
 * pixel are computed at once, as bytes of an int, or as 16-bit lanes of a long where sums or signs don't fit into bytes.
 */
final class Predictors {

    /** Adds predictions to a run of pixels. */
    @FunctionalInterface
    interface Mode {

        /**
         * Adds the predictions.
         *
         * @param argb a row with differences from {@code from} on, and with pixels left of it
         * @param above the pixels above that row, and one more
         * @param from 1 at least
         */
        void undo(int[] argb, int[] above, int from, int to);
    }

    static final int BLACK = 0xff000000;

    /** By numbers of modes; libwebp takes those that are not defined for the first. */
    static final Mode[] OF_MODES = {
        Predictors::black,
        Predictors::left,
        Predictors::top,
        Predictors::topRight,
        Predictors::topLeft,
        Predictors::averageOfLeftTopRightAndTop,
        Predictors::averageOfLeftAndTopLeft,
        Predictors::averageOfLeftAndTop,
        Predictors::averageOfTopLeftAndTop,
        Predictors::averageOfTopAndTopRight,
        Predictors::averageOfAll,
        Predictors::select,
        Predictors::gradient,
        Predictors::halfGradient,
        Predictors::black,
        Predictors::black
    };

    private static final int ODD_BYTES = 0xff00ff00;
    private static final int EVEN_BYTES = 0x00ff00ff;
    private static final int HIGH_BITS = 0xfefefefe;

    /** A one in each lane. */
    private static final long ONES = 0x0001000100010001L;

    private static final long BYTES_OF_LANES = 0xff * ONES;

    /** What keeps differences of bytes above zero. */
    private static final long BIAS = 0x100 * ONES;

    private Predictors() {}

    /** Adds two pixels, channel by channel, modulo 256. */
    static int add(int a, int b) {
        return (a & ODD_BYTES) + (b & ODD_BYTES) & ODD_BYTES | (a & EVEN_BYTES) + (b & EVEN_BYTES) & EVEN_BYTES;
    }

    /** Returns the mean of each channel, rounded down. */
    private static int average(int a, int b) {
        return (((a ^ b) & HIGH_BITS) >>> 1) + (a & b);
    }

    private static void black(int[] argb, int[] above, int from, int to) {
        for (int x = from; x < to; x++) {
            argb[x] = add(argb[x], BLACK);
        }
    }

    static void left(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        for (int x = from; x < to; x++) {
            left = add(argb[x], left);
            argb[x] = left;
        }
    }

    private static void top(int[] argb, int[] above, int from, int to) {
        for (int x = from; x < to; x++) {
            argb[x] = add(argb[x], above[x]);
        }
    }

    private static void topRight(int[] argb, int[] above, int from, int to) {
        for (int x = from; x < to; x++) {
            argb[x] = add(argb[x], above[x + 1]);
        }
    }

    private static void topLeft(int[] argb, int[] above, int from, int to) {
        for (int x = from; x < to; x++) {
            argb[x] = add(argb[x], above[x - 1]);
        }
    }

    private static void averageOfLeftTopRightAndTop(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        for (int x = from; x < to; x++) {
            left = add(argb[x], average(average(left, above[x + 1]), above[x]));
            argb[x] = left;
        }
    }

    private static void averageOfLeftAndTopLeft(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        for (int x = from; x < to; x++) {
            left = add(argb[x], average(left, above[x - 1]));
            argb[x] = left;
        }
    }

    private static void averageOfLeftAndTop(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        for (int x = from; x < to; x++) {
            left = add(argb[x], average(left, above[x]));
            argb[x] = left;
        }
    }

    private static void averageOfTopLeftAndTop(int[] argb, int[] above, int from, int to) {
        for (int x = from; x < to; x++) {
            argb[x] = add(argb[x], average(above[x - 1], above[x]));
        }
    }

    private static void averageOfTopAndTopRight(int[] argb, int[] above, int from, int to) {
        for (int x = from; x < to; x++) {
            argb[x] = add(argb[x], average(above[x], above[x + 1]));
        }
    }

    private static void averageOfAll(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        for (int x = from; x < to; x++) {
            int ofTops = average(above[x], above[x + 1]);
            left = add(argb[x], average(average(left, above[x - 1]), ofTops));
            argb[x] = left;
        }
    }

    /** Takes left or top, whichever is the nearer to left + top - top left over all channels; top where both are. */
    private static void select(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        long topLeft = lanes(above[from - 1]);
        for (int x = from; x < to; x++) {
            int top = above[x];
            long topLanes = lanes(top);
            int nearer = distance(lanes(left), topLeft) - distance(topLanes, topLeft) - 1 >> 31;
            left = add(argb[x], left ^ (left ^ top) & nearer);
            argb[x] = left;
            topLeft = topLanes;
        }
    }

    /** Predicts left + top - top left, cut to 0 and 255. */
    private static void gradient(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        long topLeft = lanes(above[from - 1]);
        for (int x = from; x < to; x++) {
            long top = lanes(above[x]);
            left = lanes(argb[x]) + clamp(left + (top + BIAS - topLeft)) & BYTES_OF_LANES;
            argb[x] = pixel(left);
            topLeft = top;
        }
    }

    /** Predicts a + (a - top left) / 2, cut to 0 and 255, for the mean a of left and top; halves go towards zero. */
    private static void halfGradient(int[] argb, int[] above, int from, int to) {
        int left = argb[from - 1];
        for (int x = from; x < to; x++) {
            long average = lanes(average(left, above[x]));
            long difference = average + BIAS - lanes(above[x - 1]);
            long negative = ~(difference >>> 8) & ONES;
            long half = difference + negative >>> 1 & BYTES_OF_LANES;
            left = add(argb[x], pixel(clamp(average + half + BIAS / 2)));
            argb[x] = left;
        }
    }

    /** Spreads the channels over lanes, in any order. */
    private static long lanes(int pixel) {
        return pixel & EVEN_BYTES | (long) (pixel & ODD_BYTES) << 24 & BYTES_OF_LANES;
    }

    private static int pixel(long lanes) {
        return (int) lanes | (int) (lanes >>> 24);
    }

    /** Cuts numbers of -256 to 511, to each of which 256 were added, to 0 and 255. */
    private static long clamp(long biased) {
        long over = biased >>> 9 & ONES;
        long within = biased >>> 8 & ONES;
        return biased & (within << 8) - within | (over << 8) - over;
    }

    /** Returns the sum of the differences of all channels. */
    private static int distance(long a, long b) {
        long difference = a + BIAS - b;
        long negative = ~(difference >>> 8) & ONES;
        long absolute = ((difference ^ (negative << 8) - negative) & BYTES_OF_LANES) + negative;
        return (int) (absolute * ONES >>> 48);
    }
}
