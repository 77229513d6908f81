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
     * @param samples a byte each
     * @param from the first sample that counts
     * @param rgb takes three bytes a sample
     * @param to where in {@code rgb} the first goes
     */
    public void expand(byte[] samples, int from, int count, byte[] rgb, int to) {
        int out = to;
        for (int i = from; i < from + count; i++) {
            write(samples[i] & 0xff, rgb, out);
            out += RgbImage.CHANNELS;
        }
    }

    /** Writes the colour of a sample as three bytes. */
    public void write(int sample, byte[] rgb, int at) {
        int color = colors[sample];
        rgb[at] = (byte) (color >> 16);
        rgb[at + 1] = (byte) (color >> 8);
        rgb[at + 2] = (byte) color;
    }
}
