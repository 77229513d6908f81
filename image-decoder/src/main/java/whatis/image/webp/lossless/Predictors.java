package whatis.image.webp.lossless;

/**
 * The ways to predict a pixel by those to the left and above, each as a loop over a run of a row. The four channels of a
 * pixel are computed at once: as bytes of an int, or as 16-bit lanes of a long where each pixel waits for the one on its
 * left, as lanes need the fewest steps one after the other.
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

    /** By their numbers; libwebp takes the two that are not defined for the first. */
    static final Mode[] MODES = {
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

    private static final long BYTES = 0xff * ONES;

    /** What keeps differences of bytes above zero. */
    private static final long BIAS = 0x100 * ONES;

    /** Lanes whose sum is one less than what sets the highest bit of a lane. */
    private static final long BELOW_SIGN = 0x2000 * ONES - 1;

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

    static void left(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        for (int x = from; x < to; x++) {
            left = lanes(argb[x]) + left & BYTES;
            argb[x] = pixel(left);
        }
    }

    private static void averageOfLeftTopRightAndTop(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        long top = lanes(above[from]);
        for (int x = from; x < to; x++) {
            long topRight = lanes(above[x + 1]);
            left = lanes(argb[x]) + average(average(left, topRight), top) & BYTES;
            argb[x] = pixel(left);
            top = topRight;
        }
    }

    private static void averageOfLeftAndTopLeft(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        for (int x = from; x < to; x++) {
            left = lanes(argb[x]) + average(left, lanes(above[x - 1])) & BYTES;
            argb[x] = pixel(left);
        }
    }

    private static void averageOfLeftAndTop(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        for (int x = from; x < to; x++) {
            left = lanes(argb[x]) + average(left, lanes(above[x])) & BYTES;
            argb[x] = pixel(left);
        }
    }

    private static void averageOfAll(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        for (int x = from; x < to; x++) {
            long tops = lanes(average(above[x], above[x + 1]));
            left = lanes(argb[x]) + average(average(left, lanes(above[x - 1])), tops) & BYTES;
            argb[x] = pixel(left);
        }
    }

    /** Takes left or top, whichever is the nearer to left + top - top left over all channels; top where both are. */
    private static void select(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        long topLeft = lanes(above[from - 1]);
        for (int x = from; x < to; x++) {
            long top = lanes(above[x]);
            long ofTop = BELOW_SIGN - distances(top, topLeft);
            long leftIsNearer = (distances(left, topLeft) + ofTop) * ONES >> 63;
            left = lanes(argb[x]) + (top ^ (top ^ left) & leftIsNearer) & BYTES;
            argb[x] = pixel(left);
            topLeft = top;
        }
    }

    /** Predicts left + top - top left, cut to 0 and 255. */
    private static void gradient(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        long topLeft = lanes(above[from - 1]);
        for (int x = from; x < to; x++) {
            long top = lanes(above[x]);
            left = lanes(argb[x]) + clamp(left + (top + BIAS - topLeft)) & BYTES;
            argb[x] = pixel(left);
            topLeft = top;
        }
    }

    /** Predicts a + (a - top left) / 2, cut to 0 and 255, for the mean a of left and top; halves go towards zero. */
    private static void halfGradient(int[] argb, int[] above, int from, int to) {
        long left = lanes(argb[from - 1]);
        for (int x = from; x < to; x++) {
            long average = average(left, lanes(above[x]));
            long difference = average + (BIAS - lanes(above[x - 1]));
            long half = difference + negative(difference) >>> 1 & BYTES;
            left = lanes(argb[x]) + clamp(average + BIAS / 2 + half) & BYTES;
            argb[x] = pixel(left);
        }
    }

    /** Spreads the channels over lanes; in which order does not matter. */
    private static long lanes(int pixel) {
        return pixel & EVEN_BYTES | (pixel & 0xff00ff00L) << 24;
    }

    private static int pixel(long lanes) {
        return (int) (lanes | lanes >>> 24);
    }

    /** Returns the mean of each lane, rounded down. */
    private static long average(long a, long b) {
        return a + b >>> 1 & BYTES;
    }

    /** Returns a one in the lanes of biased differences that are negative. */
    private static long negative(long difference) {
        return ~(difference >>> 8) & ONES;
    }

    /** Cuts biased numbers of -256 to 511 to 0 and 255. */
    private static long clamp(long biased) {
        long over = biased >>> 9 & ONES;
        long within = biased >>> 8 & ONES;
        return biased & (within << 8) - within | (over << 8) - over;
    }

    /** Returns how far the channels lie apart, and 256 more in each lane. */
    private static long distances(long a, long b) {
        long difference = a + (BIAS - b);
        long negative = negative(difference);
        return (difference ^ (negative << 9) - negative) + negative;
    }
}
