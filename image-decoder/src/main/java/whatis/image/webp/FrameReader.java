package whatis.image.webp;

import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.webp.lossless.LosslessDecoder;
import whatis.image.webp.lossy.LossyDecoder;

/** Reads the chunks of a frame: its bit stream, and where that is lossy, perhaps alpha before it. */
final class FrameReader {

    /** Most of the header of alpha is unused, and its lowest bit tells whether the rest is compressed. */
    private static final int ALPHA_RESERVED = 0b11100010;

    private final ChunkReader chunks;
    private final byte[] file;
    private final boolean alpha;

    /** @param alpha whether chunks of alpha count, and must be in order */
    FrameReader(byte[] file, ChunkReader chunks, boolean alpha) {
        this.file = file;
        this.chunks = chunks;
        this.alpha = alpha;
    }

    /**
     * Reads as many chunks as can belong to one frame.
     *
     * @return null where there is neither a bit stream nor alpha
     */
    @Nullable
    Frame read(int x, int y) {
        int alphaFrom = 0;
        int alphaTo = 0;
        Frame frame = null;
        while (chunks.hasChunk()) {
            int type = chunks.type();
            if (type == ChunkReader.ALPH && alphaFrom == 0) {
                alphaFrom = chunks.from();
                alphaTo = chunks.to();
                if (alpha && frame != null) {
                    throw new MalformedImageException("alpha comes behind its picture");
                }
            } else if (type == ChunkReader.VP8L && alphaFrom != 0) {
                throw new MalformedImageException("a lossless picture has alpha besides its own");
            } else if ((type == ChunkReader.VP8 || type == ChunkReader.VP8L) && frame == null) {
                frame = frame(x, y, type == ChunkReader.VP8L);
            } else {
                break;
            }
            chunks.skip();
        }
        if (alphaFrom != 0 && frame == null) {
            throw new MalformedImageException("alpha has no picture");
        }
        if (alphaFrom != 0 && alpha && frame != null) {
            checkAlpha(alphaFrom, alphaTo, frame.size());
        }
        return frame;
    }

    private Frame frame(int x, int y, boolean lossless) {
        int from = chunks.from();
        int to = chunks.paddedTo();
        ImageSize size = lossless ? LosslessDecoder.size(file, from, to) : LossyDecoder.size(file, from, to);
        return new Frame(x, y, size, lossless, from, to);
    }

    /** Alpha is dropped, so whatever can be seen without decompressing it is enough. */
    private void checkAlpha(int from, int to, ImageSize size) {
        int length = to - from - 1;
        int header = length > 0 ? chunks.unsignedByte(from) : ALPHA_RESERVED;
        boolean compressed = (header & 1) != 0;
        if ((header & ALPHA_RESERVED) != 0 || (!compressed && length < size.pixels())) {
            throw new MalformedImageException("alpha is damaged");
        }
    }
}
