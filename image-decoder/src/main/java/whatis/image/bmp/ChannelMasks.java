package whatis.image.bmp;

/** The bits of a pixel that are red, green, blue and alpha. */
record ChannelMasks(long red, long green, long blue, long alpha) {

    static final ChannelMasks NONE = new ChannelMasks(0, 0, 0, 0);

    /** The bytes of three masks. */
    static final int LENGTH = 12;

    /** @param withAlpha whether there are four masks */
    static ChannelMasks read(LittleEndian numbers, long position, boolean withAlpha) {
        return new ChannelMasks(
                numbers.unsignedInt(position),
                numbers.unsignedInt(position + 4),
                numbers.unsignedInt(position + 8),
                withAlpha ? numbers.unsignedInt(position + 12) : 0);
    }

    /** Tells whether the colours are there, whatever alpha is. */
    boolean match(long red, long green, long blue) {
        return this.red == red && this.green == green && this.blue == blue;
    }
}
