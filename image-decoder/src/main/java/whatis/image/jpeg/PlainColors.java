package whatis.image.jpeg;

import whatis.image.raster.Inks;
import whatis.image.raster.Samples;

/** Turns samples of any colour model into RGB as libjpeg and Pillow do, a pixel at a time. */
final class PlainColors {

    private PlainColors() {}

    /** @param samples for each component as many samples, 0 to 255, as pixels are wanted */
    static void convert(ColorModel colors, int[][] samples, byte[] rgb) {
        int out = 0;
        for (int x = 0; x < samples[0].length; x++) {
            switch (colors) {
                case GREY -> store(samples[0][x], samples[0][x], samples[0][x], rgb, out);
                case RGB -> store(samples[0][x], samples[1][x], samples[2][x], rgb, out);
                case YCBCR ->
                    store(
                            red(samples[0][x], samples[2][x]),
                            green(samples[0][x], samples[1][x], samples[2][x]),
                            blue(samples[0][x], samples[1][x]),
                            rgb,
                            out);
                // Inks are stored inverted, so what is stored are lights.
                case CMYK ->
                    print(255 - samples[0][x], 255 - samples[1][x], 255 - samples[2][x], samples[3][x], rgb, out);
                case YCCK ->
                    print(
                            red(samples[0][x], samples[2][x]),
                            green(samples[0][x], samples[1][x], samples[2][x]),
                            blue(samples[0][x], samples[1][x]),
                            samples[3][x],
                            rgb,
                            out);
                case INKS -> print(samples[0][x], samples[1][x], samples[2][x], 255 - samples[3][x], rgb, out);
            }
            out += 3;
        }
    }

    private static int red(int luma, int cr) {
        return Samples.clamp(luma + (cr * ColorKernels.RED_OF_CR + ColorKernels.RED_OFFSET >> 16));
    }

    private static int green(int luma, int cb, int cr) {
        return Samples.clamp(luma
                + (ColorKernels.GREEN_OFFSET - cr * ColorKernels.GREEN_OF_CR - cb * ColorKernels.GREEN_OF_CB >> 16));
    }

    private static int blue(int luma, int cb) {
        return Samples.clamp(luma + (cb * ColorKernels.BLUE_OF_CB + ColorKernels.BLUE_OFFSET >> 16));
    }

    private static void print(int cyan, int magenta, int yellow, int light, byte[] rgb, int out) {
        store(Inks.light(cyan, light), Inks.light(magenta, light), Inks.light(yellow, light), rgb, out);
    }

    private static void store(int red, int green, int blue, byte[] rgb, int out) {
        rgb[out] = (byte) red;
        rgb[out + 1] = (byte) green;
        rgb[out + 2] = (byte) blue;
    }
}
