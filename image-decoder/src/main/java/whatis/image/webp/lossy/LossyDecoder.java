package whatis.image.webp.lossy;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RowSink;

/** Decodes single VP8 key frames row by row. */
public final class LossyDecoder {

    /** The side of a macroblock. */
    static final int MACROBLOCK = 16;

    /** Tables, coefficients, and what the runtime allocates for a handful of objects. */
    private static final long FIXED_BYTES = 1 << 16;

    /** The rows' ints, bytes of RGB, and neighbours of a macroblock. */
    private static final long BYTES_PER_COLUMN = 33;

    private LossyDecoder() {}

    /**
     * Reads the size in bytes [from, to).
     *
     * @throws MalformedImageException if they don't begin like a key frame
     */
    public static ImageSize size(byte[] bytes, int from, int to) {
        return FrameHeader.size(bytes, from, to);
    }

    /** Returns how many bytes decoding takes at most. */
    public static long memory(ImageSize size) {
        int across = macroblocks(size.width());
        return FIXED_BYTES
                + Plane.memory(across, MACROBLOCK)
                + 2 * Plane.memory(across, MACROBLOCK / 2)
                + BYTES_PER_COLUMN * MACROBLOCK * across;
    }

    /**
     * Decodes the frame in bytes [from, to).
     *
     * @throws MalformedImageException if it is damaged
     */
    public static void decode(byte[] bytes, int from, int to, RowSink rows, DecodeBudget budget) {
        new FrameDecoder(FrameHeader.read(bytes, from, to), rows, budget).decode();
    }

    /** Returns how many macroblocks cover a width or a height. */
    static int macroblocks(int length) {
        return (length + MACROBLOCK - 1) / MACROBLOCK;
    }
}
