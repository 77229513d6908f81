package whatis.classification.image;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Reads from an array until the thread has worked for a time, and fails from then on: the one way to stop an ImageIO
 * reader, whose {@code abort} works from no other thread and leaves a part of an image that looks like a whole one.
 */
final class BudgetedImageInputStream extends ImageInputStreamImpl {

    /** Asking the clock costs more than reading a byte, so only one in so many reads of single bytes asks. */
    private static final int READS_PER_CHECK = 1024;

    private final byte[] bytes;
    private final LongSupplier clock;
    private final long start;
    private final long budget;
    private int reads;
    private boolean spent;

    /** Starts the clock of the calling thread, which must be the one that reads. */
    BudgetedImageInputStream(byte[] bytes, Duration budget) {
        this.bytes = bytes;
        this.clock = clock();
        this.start = clock.getAsLong();
        this.budget = budget.toNanos();
    }

    /** Prefers the time that the thread ran: no sender is to blame for a busy machine. Virtual threads have none. */
    private static LongSupplier clock() {
        var threads = ManagementFactory.getThreadMXBean();
        boolean counted = threads.isCurrentThreadCpuTimeSupported() && threads.getCurrentThreadCpuTime() >= 0;
        return counted ? threads::getCurrentThreadCpuTime : System::nanoTime;
    }

    /** Tells whether the budget is spent; a reader that took the failure for the end of the file hides it. */
    boolean spent() {
        spent |= clock.getAsLong() - start > budget;
        return spent;
    }

    @Override
    public int read() throws IOException {
        if (++reads % READS_PER_CHECK == 0) {
            check();
        }
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return -1;
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

    private void check() throws IOException {
        if (spent()) {
            throw new InterruptedIOException("decode budget spent");
        }
    }
}
