package whatis.service.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Fails once a stream has taken too long as a whole, or for what has come of it. A single read may last as long as the
 * connection's own timeout.
 */
final class TimelyInputStream extends FilterInputStream {

    private final UploadSettings settings;
    private final long begin = System.nanoTime();
    private long bytes;

    TimelyInputStream(InputStream in, UploadSettings settings) {
        super(in);
        this.settings = settings;
    }

    @Override
    public int read() throws IOException {
        check();
        int read = super.read();
        bytes += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        int read = super.read(buffer, offset, length);
        bytes += Math.max(0, read);
        return read;
    }

    private void check() throws SocketTimeoutException {
        Duration passed = Duration.ofNanos(System.nanoTime() - begin);
        Duration paid =
                settings.grace().plusMillis(1000 * bytes / settings.rate().toBytes());
        if (passed.compareTo(settings.deadline()) > 0 || passed.compareTo(paid) > 0) {
            throw new SocketTimeoutException("deadline");
        }
    }
}
