package whatis.image.png;

import whatis.image.raster.RgbImage;

/** The colours of samples of up to eight bits: those of a palette, or greys from black to white. */
final class ColorTable implements RowExpansion {

    private final int depth;
    private final int[] colors;

    private ColorTable(int depth, int[] colors) {
        this.depth = depth;
        this.colors = colors;
    }

    /** @param depth 1, 2, 4 or 8 */
    static ColorTable ofGreys(int depth) {
        int[] colors = new int[1 << depth];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = 0x010101 * (i * 0xff / (colors.length - 1));
        }
        return new ColorTable(depth, colors);
    }

    /**
     * @param depth 1, 2, 4 or 8
     * @param palette red, green and blue of each colour; those that it lacks are black
     */
    static ColorTable ofPalette(int depth, byte[] palette) {
        int[] colors = new int[1 << depth];
        for (int i = 0; i < Math.min(colors.length, palette.length / RgbImage.CHANNELS); i++) {
            int red = RgbImage.CHANNELS * i;
            colors[i] = (palette[red] & 0xff) << 16 | (palette[red + 1] & 0xff) << 8 | palette[red + 2] & 0xff;
        }
        return new ColorTable(depth, colors);
    }

    @Override
    public void expand(byte[] decoded, int pixels, byte[] rgb) {
        int mask = colors.length - 1;
        int lastShift = Byte.SIZE - depth;
        int out = 0;
        int bit = 0;
        for (int x = 0; x < pixels; x++) {
            int color = colors[decoded[bit >> 3] >> lastShift - (bit & 7) & mask];
            rgb[out] = (byte) (color >> 16);
            rgb[out + 1] = (byte) (color >> 8);
            rgb[out + 2] = (byte) color;
            out += RgbImage.CHANNELS;
            bit += depth;
        }
    }
}
