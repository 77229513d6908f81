package whatis.image.raster;

/** The colours that samples of up to eight bits stand for. What a file leaves out is black. */
public final class Palette {

    private static final int COLORS = 256;
    private static final int WHITE = 0xffffff;

    private final int[] colors = new int[COLORS];

    /** Returns the palette in which every sample is its own shade of grey. */
    public static Palette ofGreys() {
        Palette palette = new Palette();
        for (int sample = 0; sample < COLORS; sample++) {
            palette.set(sample, sample, sample, sample);
        }
        return palette;
    }

    /** Sets the colour of a sample, of components 0 to 255. */
    public void set(int sample, int red, int green, int blue) {
        colors[sample] = red << 16 | green << 8 | blue;
    }

    /** Returns the colour of a sample as 0xRRGGBB. */
    public int color(int sample) {
        return colors[sample];
    }

    /** Makes each sample white that stands for a colour, 0xRRGGBB. */
    public void whiten(int color) {
        for (int sample = 0; sample < COLORS; sample++) {
            if (colors[sample] == color) {
                colors[sample] = WHITE;
            }
        }
    }

    /**
     * Writes the colours of samples one after the other.
     *
     * @param packed samples, the first in the highest bits of a byte
     * @param from the byte of the first sample
     * @param bits the bits of a sample: 1, 2, 4 or 8
     * @param count how many samples there are
     * @param rgb takes three bytes a sample
     * @param to where in {@code rgb} the first goes
     */
    public void expand(byte[] packed, int from, int bits, int count, byte[] rgb, int to) {
        int mask = (1 << bits) - 1;
        int in = from;
        int shift = Byte.SIZE;
        int end = to + RgbImage.CHANNELS * count;
        for (int out = to; out < end; out += RgbImage.CHANNELS) {
            shift -= bits;
            int color = colors[packed[in] >> shift & mask];
            rgb[out] = (byte) (color >> 16);
            rgb[out + 1] = (byte) (color >> 8);
            rgb[out + 2] = (byte) color;
            if (shift == 0) {
                shift = Byte.SIZE;
                in++;
            }
        }
    }
}
