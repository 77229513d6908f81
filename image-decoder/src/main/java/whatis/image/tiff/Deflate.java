package whatis.image.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/** Undoes deflate in zlib's wrapping. */
final class Deflate implements Decompressor {

    /** Input is handed over in pieces, as it takes time even where nothing comes out. */
    private static final int PIECE_LENGTH = 1 << 16;

    private static final int STEPS_PER_BYTE = 4;

    private final Inflater inflater = new Inflater();
    private final DecodeBudget budget;
    private byte[] data = {};
    private int position;
    private int end;

    Deflate(DecodeBudget budget) {
        this.budget = budget;
    }

    @Override
    public void begin(byte[] data, int from, int to) {
        this.data = data;
        this.position = from;
        this.end = to;
        inflater.reset();
    }

    @Override
    public void read(byte[] row, int length) {
        int out = 0;
        while (out < length) {
            if (inflater.needsInput() && position < end) {
                int piece = Math.min(end - position, PIECE_LENGTH);
                budget.work((long) STEPS_PER_BYTE * piece);
                inflater.setInput(data, position, piece);
                position += piece;
            }
            int inflated = inflate(row, out, length);
            if (inflated == 0 && (inflater.finished() || inflater.needsDictionary() || position >= end)) {
                throw new MalformedImageException("a segment's deflated data end too early");
            }
            out += inflated;
        }
        budget.work((long) STEPS_PER_BYTE * length);
    }

    private int inflate(byte[] row, int from, int to) {
        try {
            return inflater.inflate(row, from, to - from);
        } catch (DataFormatException damage) {
            throw new MalformedImageException("a segment's deflated data are damaged: " + damage.getMessage());
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
