package whatis.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a blob to one download at a time, among processes and within this one. The system frees it if we die. */
final class BlobLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(BlobLock.class);
    private static final int POLL_MILLIS = 100;

    private final FileChannel channel;

    private BlobLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock, however long the other download takes. */
    static BlobLock acquire(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                log.info("Another download of the same file is under way; waiting for it.");
                do {
                    Thread.sleep(POLL_MILLIS);
                } while (tryLock(channel) == null);
            }
            return new BlobLock(channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another thread of this process
        }
    }

    /** Closing the file frees the lock; the file stays, as others may be waiting on it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
