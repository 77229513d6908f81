package whatis.image.tiff;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/** Copies rows that aren't compressed. */
final class RawRows implements Decompressor {

    private final int stride;
    private final DecodeBudget budget;
    private byte[] data = {};
    private long position;
    private int end;

    /** @param stride from how many bytes on after a row the next one begins */
    RawRows(int stride, DecodeBudget budget) {
        this.stride = stride;
        this.budget = budget;
    }

    @Override
    public void begin(byte[] data, int from, int to) {
        this.data = data;
        this.position = from;
        this.end = to;
    }

    @Override
    public void read(byte[] row, int length) {
        budget.work(length);
        if (position + length > end) {
            throw new MalformedImageException("a segment ends too early");
        }
        System.arraycopy(data, (int) position, row, 0, length);
        position += stride;
    }
}
