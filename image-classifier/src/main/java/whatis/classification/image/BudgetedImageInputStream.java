package whatis.classification.image;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Reads from an array, and fails once the budget is spent: that stops a reader wherever it asks for more. */
final class BudgetedImageInputStream extends ImageInputStreamImpl {

    /** What a reader may make of one byte, or of one call: a byte of deflated zeros stands for a thousand. */
    private static final long STEPS_PER_BYTE = 64;

    /** Readers look ahead by some bytes; TwelveMonkeys' for lossless WebP would go on for ever. */
    private static final int MAX_READS_BEHIND_END = 1 << 10;

    private final byte[] bytes;
    private final DecodeBudget budget;
    private int readsBehindEnd;

    BudgetedImageInputStream(byte[] bytes, DecodeBudget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        budget.work(STEPS_PER_BYTE);
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = (int) Math.max(0, Math.min(length, bytes.length - streamPos));
        budget.work(STEPS_PER_BYTE * Math.max(1, count));
        bitOffset = 0;
        if (count == 0 && length > 0) {
            return end();
        }
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() throws IIOException {
        if (++readsBehindEnd > MAX_READS_BEHIND_END) {
            throw new IIOException("reads on behind the end");
        }
        return -1;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
