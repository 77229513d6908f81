package whatis.image.tiff;

import whatis.image.raster.Samples;

/** Turns luma and chroma into RGB by tables: with libtiff's for what is compressed, with Pillow's for what isn't. */
final class YcbcrColors {

    private static final int LEVELS = 256;
    private static final int CENTRE = 128;

    /** How far libtiff lets black and white lie outside. */
    private static final float FARTHEST = 128f * 32;

    private static final int FRACTION_BITS = 16;
    private static final int HALF = 1 << FRACTION_BITS - 1;

    private static final int PILLOWS_FRACTION_BITS = 6;

    private final int[] luma = new int[LEVELS];
    private final int[] redOfCr = new int[LEVELS];
    private final int[] greenOfCb = new int[LEVELS];
    private final int[] greenOfCr = new int[LEVELS];
    private final int[] blueOfCb = new int[LEVELS];
    private final int greenFractionBits;

    private YcbcrColors(int greenFractionBits) {
        this.greenFractionBits = greenFractionBits;
    }

    /** Makes the tables of Pillow, which doesn't ask what the file says of its colours. */
    static YcbcrColors pillows() {
        YcbcrColors colors = new YcbcrColors(PILLOWS_FRACTION_BITS);
        for (int i = 0; i < LEVELS; i++) {
            int chroma = i - CENTRE;
            colors.luma[i] = i;
            colors.redOfCr[i] = fixedPoint(1.40200 * chroma) >> PILLOWS_FRACTION_BITS;
            colors.greenOfCb[i] = fixedPoint(-0.34414 * chroma);
            colors.greenOfCr[i] = fixedPoint(-0.71414 * chroma);
            colors.blueOfCb[i] = fixedPoint(1.77200 * chroma) >> PILLOWS_FRACTION_BITS;
        }
        return colors;
    }

    /** Rounds negative numbers up, as those tables do. */
    private static int fixedPoint(double number) {
        return (int) (number * (1 << PILLOWS_FRACTION_BITS) + 0.5);
    }

    /** Makes the tables of libtiff out of the fields for coefficients and for black and white. */
    static YcbcrColors libtiffs(Directory directory) {
        float[] coefficients = directory.rationals(Tag.YCBCR_COEFFICIENTS, 0.299f, 0.587f, 0.114f);
        float[] range = directory.rationals(Tag.REFERENCE_BLACK_WHITE, 0, 255, 128, 255, 128, 255);
        float red = 2 - 2 * coefficients[0];
        float blue = 2 - 2 * coefficients[2];
        int redFactor = factor(red);
        int blueFactor = factor(blue);
        int greenOfRed = -factor(coefficients[0] * red / coefficients[1]);
        int greenOfBlue = -factor(coefficients[2] * blue / coefficients[1]);
        YcbcrColors colors = new YcbcrColors(FRACTION_BITS);
        for (int i = 0; i < LEVELS; i++) {
            int cr = scaled(i - CENTRE, range[4] - CENTRE, range[5] - CENTRE, 127);
            int cb = scaled(i - CENTRE, range[2] - CENTRE, range[3] - CENTRE, 127);
            colors.luma[i] = scaled(i, range[0], range[1], 255);
            colors.redOfCr[i] = redFactor * cr + HALF >> FRACTION_BITS;
            colors.blueOfCb[i] = blueFactor * cb + HALF >> FRACTION_BITS;
            colors.greenOfCr[i] = greenOfRed * cr;
            colors.greenOfCb[i] = greenOfBlue * cb + HALF;
        }
        return colors;
    }

    private static int factor(float number) {
        float clamped = number >= 0 ? Math.min(number, 2) : 0;
        return (int) ((double) clamped * (1 << FRACTION_BITS) + 0.5);
    }

    private static int scaled(int level, float black, float white, float range) {
        float span = white == black ? 1 : white - black;
        float scaled = (level - (int) black) * range / span;
        return (int) Math.max(-FARTHEST, Math.min(FARTHEST, scaled));
    }

    void convert(byte[] samples, int from, byte[] rgb, int pixels) {
        int in = from;
        for (int out = 0; out < 3 * pixels; out += 3) {
            int y = luma[samples[in] & 0xff];
            int cb = samples[in + 1] & 0xff;
            int cr = samples[in + 2] & 0xff;
            rgb[out] = (byte) Samples.clamp(y + redOfCr[cr]);
            rgb[out + 1] = (byte) Samples.clamp(y + (greenOfCb[cb] + greenOfCr[cr] >> greenFractionBits));
            rgb[out + 2] = (byte) Samples.clamp(y + blueOfCb[cb]);
            in += 3;
        }
    }
}
