package whatis.classification.image;

/** Converts pixels of four inks to RGB as Pillow does: by arithmetic, without a profile of any ink. */
final class Cmyk {

    private Cmyk() {}

    /** Converts the inks 0 (none) to 255. */
    static void convert(int[] samples, int from, byte[] rgb, int to) {
        print(samples[from], samples[from + 1], samples[from + 2], samples[from + 3], rgb, to);
    }

    /** Converts the inks as JPEG files hold them, 255 (none) to 0. */
    static void convertInverted(int[] samples, int from, byte[] rgb, int to) {
        print(255 - samples[from], 255 - samples[from + 1], 255 - samples[from + 2], 255 - samples[from + 3], rgb, to);
    }

    /** Converts Y, Cb and Cr made of inverted inks, and inverted black; constants of libjpeg's {@code jdcolor.c}. */
    static void convertYcck(int[] samples, int from, byte[] rgb, int to) {
        int y = samples[from];
        int cb = samples[from + 1] - 128;
        int cr = samples[from + 2] - 128;
        int cyan = clamp(y + ((91881 * cr + 32768) >> 16));
        int magenta = clamp(y + ((-22554 * cb - 46802 * cr + 32768) >> 16));
        int yellow = clamp(y + ((116130 * cb + 32768) >> 16));
        print(cyan, magenta, yellow, 255 - samples[from + 3], rgb, to);
    }

    private static void print(int cyan, int magenta, int yellow, int black, byte[] rgb, int to) {
        int light = 255 - black;
        rgb[to] = (byte) (light - divideBy255(cyan * light));
        rgb[to + 1] = (byte) (light - divideBy255(magenta * light));
        rgb[to + 2] = (byte) (light - divideBy255(yellow * light));
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
