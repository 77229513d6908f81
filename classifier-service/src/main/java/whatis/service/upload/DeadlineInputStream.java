package whatis.service.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Fails once a stream has taken too long as a whole; a single read may last as long as the connection's own timeout. */
final class DeadlineInputStream extends FilterInputStream {

    private final long begin = System.nanoTime();
    private final long nanos;

    DeadlineInputStream(InputStream in, Duration deadline) {
        super(in);
        this.nanos = deadline.toNanos();
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }

    private void check() throws SocketTimeoutException {
        if (System.nanoTime() - begin > nanos) {
            throw new SocketTimeoutException("deadline");
        }
    }
}
