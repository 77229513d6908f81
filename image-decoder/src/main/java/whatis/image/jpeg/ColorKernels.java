package whatis.image.jpeg;

/**
 * Libjpeg's conversion from YCbCr to RGB. Where samples are weighed at the same time they are doubled and moved to -255 to
 * 255, as {@code |v| - |v - 255|} is the quickest way to clamp v; {@link #sample} turns sums back. For the shape of the
 * loops see {@link InverseDct}; luma and chroma are packed as {@link Upsampler} has them.
 */
final class ColorKernels {

    /** 1.402, 1.772, 0.34414 and 0.71414 in 16-bit fixed point, as jdcolor.c has them. */
    static final int RED_OF_CR = 91881;

    static final int BLUE_OF_CB = 116130;

    static final int GREEN_OF_CB = 22554;
    static final int GREEN_OF_CR = 46802;

    /** Rounding, and the 128 by which chroma is moved. */
    static final int RED_OFFSET = 32768 - 128 * RED_OF_CR;

    static final int BLUE_OFFSET = 32768 - 128 * BLUE_OF_CB;
    static final int GREEN_OFFSET = 32768 + 128 * GREEN_OF_CB + 128 * GREEN_OF_CR;

    private static final int DOUBLED_FRACTION_BITS = 23;

    private ColorKernels() {}

    /** Returns what a sum of doubled samples begins with whose weights have this sum. */
    static int initialSum(int weights) {
        return 255 * weights + (1 << DOUBLED_FRACTION_BITS - 1);
    }

    /** Returns the sample, 0 to 255, for a sum of doubled samples; filters overshoot by less than half of the range. */
    static int sample(int sum) {
        int sample = sum >>> DOUBLED_FRACTION_BITS;
        return sample < 256 ? sample : sample < 384 ? 255 : 0;
    }

    /**
     * Converts one sample of each group to RGB.
     *
     * @param lumaShift where in its int the luma is
     * @param chromaShift in which field chroma is
     * @param rgb gets red as the lowest byte, then green and blue
     */
    static void convert(
            int[] luma, int[] blue, int[] red, int[] rgb, int to, int lumaShift, int chromaShift, int two8, int zero) {
        for (int i = 0; i < to; i++) {
            int l = luma[i] >>> lumaShift & 255;
            int e = red[i] >>> chromaShift & 0xffff;
            int p = blue[i] >>> chromaShift & 0xffff;
            int r = l + (e * RED_OF_CR + RED_OFFSET >> 16);
            int b = l + (p * BLUE_OF_CB + BLUE_OFFSET >> 16);
            int g = l + (GREEN_OFFSET - e * GREEN_OF_CR - p * GREEN_OF_CB >> 16);
            r = (Math.abs(r) - Math.abs(r - 255) + 255) >> 1;
            g = (Math.abs(g) - Math.abs(g - 255) + 255) >> 1;
            b = ((Math.abs(b) - Math.abs(b - 255) + 255) >> 1) ^ zero;
            rgb[i] = (b * two8 ^ g) * two8 ^ r ^ zero;
        }
    }
}
