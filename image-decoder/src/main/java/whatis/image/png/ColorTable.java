package whatis.image.png;

/** The colours of samples of up to eight bits: those of a palette, or greys from black to white. */
final class ColorTable implements RowExpansion {

    private static final int BYTES_PER_COLOR = 3;

    private final int depth;
    private final byte[] colors;

    private ColorTable(int depth, byte[] colors) {
        this.depth = depth;
        this.colors = colors;
    }

    /** @param depth 1, 2, 4 or 8 */
    static ColorTable ofGreys(int depth) {
        int white = (1 << depth) - 1;
        byte[] colors = new byte[BYTES_PER_COLOR << depth];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = (byte) (i / BYTES_PER_COLOR * 0xff / white);
        }
        return new ColorTable(depth, colors);
    }

    /**
     * @param depth 1, 2, 4 or 8
     * @param palette red, green and blue of each colour; those that it lacks are black
     */
    static ColorTable ofPalette(int depth, byte[] palette) {
        byte[] colors = new byte[BYTES_PER_COLOR << depth];
        int whole = palette.length - palette.length % BYTES_PER_COLOR;
        System.arraycopy(palette, 0, colors, 0, Math.min(whole, colors.length));
        return new ColorTable(depth, colors);
    }

    @Override
    public void expand(byte[] decoded, int pixels, byte[] rgb) {
        int mask = (1 << depth) - 1;
        int samplesPerByte = Byte.SIZE / depth;
        int out = 0;
        for (int x = 0; x < pixels; x++) {
            int shift = (samplesPerByte - 1 - x % samplesPerByte) * depth;
            int in = BYTES_PER_COLOR * (decoded[x / samplesPerByte] >> shift & mask);
            rgb[out] = colors[in];
            rgb[out + 1] = colors[in + 1];
            rgb[out + 2] = colors[in + 2];
            out += BYTES_PER_COLOR;
        }
    }
}
