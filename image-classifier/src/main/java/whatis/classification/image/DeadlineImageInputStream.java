package whatis.classification.image;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Reads from an array until a deadline and fails from then on: the one way to stop an ImageIO reader, whose
 * {@code abort} works from no other thread and leaves a partial image that looks like a good one.
 */
final class DeadlineImageInputStream extends ImageInputStreamImpl {

    /** Asking the clock costs more than reading a byte, so only one in so many reads of single bytes asks. */
    private static final int READS_PER_CHECK = 256;

    private final byte[] bytes;
    private final long deadline;
    private int reads;
    private boolean expired;

    DeadlineImageInputStream(byte[] bytes, Duration budget) {
        this.bytes = bytes;
        this.deadline = System.nanoTime() + budget.toNanos();
    }

    /** Tells whether the deadline has passed; a reader that swallowed the failure has read too little. */
    boolean expired() {
        return expired || System.nanoTime() - deadline > 0;
    }

    @Override
    public int read() throws IOException {
        if (++reads % READS_PER_CHECK == 0) {
            checkDeadline();
        }
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkDeadline();
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, bytes.length - (int) streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private void checkDeadline() throws IOException {
        checkClosed();
        if (expired()) {
            expired = true;
            throw new InterruptedIOException("decode budget spent");
        }
    }
}
