package whatis.image.bmp;

import java.util.Set;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

/**
 * What the two headers of a file say, the file's own and the picture's.
 *
 * @param bits the bits of a pixel
 * @param colors the colours of the palette, if there is one
 * @param colorLength the bytes of a colour in the palette, 3 or 4
 * @param end where the headers end, and the palette begins
 * @param pixelStart where the pixels begin, or 0 if they follow the headers and the palette
 */
record BmpHeader(
        ImageSize size,
        boolean topDown,
        int bits,
        Compression compression,
        ChannelMasks masks,
        long colors,
        int colorLength,
        long end,
        long pixelStart) {

    private static final int PIXEL_START = 10;
    private static final int PICTURE = 14;
    private static final int CORE_LENGTH = 12;
    private static final int INFO_LENGTH = 40;
    private static final int LENGTH_WITHOUT_ALPHA = 52;
    private static final int OS2_LENGTH = 64;
    private static final Set<Long> LENGTHS = Set.of(12L, 40L, 52L, 56L, 64L, 108L, 124L);
    private static final int MOST_BITS_WITH_PALETTE = 8;

    static BmpHeader read(byte[] file) {
        LittleEndian numbers = new LittleEndian(file);
        long length = numbers.unsignedInt(PICTURE);
        if (!LENGTHS.contains(length)) {
            if (length > CORE_LENGTH && length < OS2_LENGTH) {
                throw new UnsupportedVariantException("a header of " + length + " bytes");
            }
            throw new MalformedImageException("a header of " + length + " bytes");
        }
        boolean core = length == CORE_LENGTH;
        long end = PICTURE + length;
        numbers.unsignedByte(end - 1);
        long width = core ? numbers.unsignedShort(PICTURE + 4) : numbers.unsignedInt(PICTURE + 4);
        long height = core ? numbers.unsignedShort(PICTURE + 6) : numbers.unsignedInt(PICTURE + 8);
        boolean topDown = height >> 24 == 0xff;
        int bits = numbers.unsignedShort(core ? PICTURE + 10 : PICTURE + 14);
        Compression compression =
                core ? Compression.NONE : Compression.of(numbers.unsignedInt(PICTURE + 16), length == OS2_LENGTH);
        ChannelMasks masks = ChannelMasks.NONE;
        if (compression == Compression.BIT_FIELDS) {
            masks = ChannelMasks.read(numbers, PICTURE + INFO_LENGTH, length > LENGTH_WITHOUT_ALPHA);
            end = Math.max(end, PICTURE + INFO_LENGTH + ChannelMasks.LENGTH);
        }
        long declaredColors = core ? 0 : numbers.unsignedInt(PICTURE + 32);
        long colors = declaredColors == 0 && bits <= MOST_BITS_WITH_PALETTE ? 1L << bits : declaredColors;
        int colorLength = core ? 3 : 4;
        long pixelStart = numbers.unsignedInt(PIXEL_START);
        // Some files say that the pixels begin where the palette does.
        if (pixelStart == end && bits <= MOST_BITS_WITH_PALETTE) {
            pixelStart += colorLength * colors;
        }
        return new BmpHeader(
                size(width, topDown ? (1L << 32) - height : height),
                topDown,
                bits,
                compression,
                masks,
                colors,
                colorLength,
                end,
                pixelStart);
    }

    private static ImageSize size(long width, long height) {
        if (width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new MalformedImageException(width + " x " + height + " pixels");
        }
        return new ImageSize((int) width, (int) height);
    }

    /** Tells whether pixels stand for colours of a palette. */
    boolean isIndexed() {
        return bits <= MOST_BITS_WITH_PALETTE;
    }

    /** Tells whether pixels come in runs, which are decoded to a byte each. */
    boolean isInRuns() {
        return compression == Compression.RUNS_OF_BYTES || compression == Compression.RUNS_OF_NIBBLES;
    }

    /** Returns how many bytes lie between the first pixels of two rows. */
    long rowDistance() {
        return ((long) size.width() * bits + 31) / 32 * 4;
    }
}
