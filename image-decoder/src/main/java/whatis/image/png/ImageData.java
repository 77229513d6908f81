package whatis.image.png;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * The picture's data: one deflated stream in consecutive chunks. Gives it to zlib in the same pieces as Pillow, as what is
 * wrong close to the end of a piece, with its last row complete, may or may not be noticed.
 */
final class ImageData implements AutoCloseable {

    private static final int PIECE_LENGTH = 1 << 16;
    private static final int STEPS_PER_CHUNK = 20;

    private final byte[] file;
    private final ChunkReader chunks;
    private final DecodeBudget budget;
    private final Inflater inflater = new Inflater();
    private int position;
    private long remaining;

    /** @param position where the first chunk of data begins */
    ImageData(byte[] file, int position, DecodeBudget budget) {
        this.file = file;
        this.chunks = new ChunkReader(file, position);
        this.budget = budget;
    }

    /**
     * Inflates more.
     *
     * @return how many bytes came; less than wanted only if the stream ended, in the same piece as the last of its bytes
     */
    int read(byte[] target, int wanted) {
        int length = 0;
        while (length < wanted && !inflater.finished()) {
            if (inflater.getRemaining() == 0) {
                nextPiece();
            }
            int inflated = inflate(target, length, wanted - length);
            length += inflated;
            if (inflater.finished() && inflated == 0) {
                throw new MalformedImageException("the data end too early");
            }
        }
        return length;
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            int inflated = inflater.inflate(target, offset, length);
            if (inflater.needsDictionary()) {
                throw new MalformedImageException("the data need a dictionary");
            }
            return inflated;
        } catch (DataFormatException damage) {
            throw new MalformedImageException("the data are damaged: " + damage.getMessage());
        }
    }

    private void nextPiece() {
        while (remaining == 0) {
            budget.work(STEPS_PER_CHUNK);
            if (!chunks.next() || !ChunkType.isData(chunks.type())) {
                throw new MalformedImageException("the data are cut short");
            }
            int number = chunks.type() == ChunkType.FDAT ? Integer.BYTES : 0;
            position = chunks.start() + number;
            remaining = chunks.length() - number;
        }
        int length = (int) Math.min(Math.min(remaining, PIECE_LENGTH), file.length - position);
        if (length <= 0) {
            throw new MalformedImageException("the data are cut short");
        }
        inflater.setInput(file, position, length);
        position += length;
        remaining -= length;
    }

    /** Returns where the chunk begins that was read last. */
    int chunkPosition() {
        return chunks.position();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
