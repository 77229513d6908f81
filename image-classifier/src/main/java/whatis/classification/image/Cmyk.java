package whatis.classification.image;

/** Converts CMYK samples to RGB as Pillow does: by arithmetic, without a profile of any ink. */
final class Cmyk {

    private Cmyk() {}

    /** Writes the red, green and blue of four samples, each 0 (no ink) to 255. */
    static void toRgb(int cyan, int magenta, int yellow, int black, byte[] rgb, int at) {
        int light = 255 - black;
        rgb[at] = (byte) (light - divideBy255(cyan * light));
        rgb[at + 1] = (byte) (light - divideBy255(magenta * light));
        rgb[at + 2] = (byte) (light - divideBy255(yellow * light));
    }

    /**
     * Converts the samples of a JPEG file, which hold inks inverted, as 255 (no ink) to 0.
     *
     * @param samples four for each pixel
     * @param ycck whether the file holds Y, Cb and Cr made of the inverted inks
     */
    static byte[] toRgb(int[] samples, boolean ycck) {
        byte[] rgb = new byte[samples.length / 4 * 3];
        for (int in = 0, out = 0; in < samples.length; in += 4, out += 3) {
            int black = 255 - samples[in + 3];
            if (ycck) {
                fromYcck(samples[in], samples[in + 1] - 128, samples[in + 2] - 128, black, rgb, out);
            } else {
                toRgb(255 - samples[in], 255 - samples[in + 1], 255 - samples[in + 2], black, rgb, out);
            }
        }
        return rgb;
    }

    /** Restores the inks with the constants of libjpeg's {@code jdcolor.c}, in units of 2^-16. */
    private static void fromYcck(int y, int cb, int cr, int black, byte[] rgb, int at) {
        int cyan = clamp(y + ((91881 * cr + 32768) >> 16));
        int magenta = clamp(y + ((-22554 * cb - 46802 * cr + 32768) >> 16));
        int yellow = clamp(y + ((116130 * cb + 32768) >> 16));
        toRgb(cyan, magenta, yellow, black, rgb, at);
    }

    private static int clamp(int sample) {
        return Math.max(0, Math.min(255, sample));
    }

    /** Divides 0 to 65025 and rounds to the nearest. */
    private static int divideBy255(int product) {
        int biased = product + 128;
        return ((biased >> 8) + biased) >> 8;
    }
}
