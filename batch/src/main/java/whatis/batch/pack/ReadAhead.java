package whatis.batch.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import whatis.batch.input.FileSink;
import whatis.batch.input.FoundFile;
import whatis.batch.input.ImageFiles;
import whatis.batch.input.PatientRead;
import whatis.batch.storage.Storage;

/** Reads files by many threads, and hands them over in the order in which they come. For one thread. */
final class ReadAhead implements FileSink, Closeable {

    /** An object store takes tens of milliseconds for each file. */
    private static final int THREADS = 32;

    private static final int MOST_FILES = 8 * THREADS;

    private record Reading(FoundFile file, Future<byte[]> bytes) {}

    private final Storage storage;
    private final long mostBytes;
    private final Consumer<PackedImage> images;
    private final BiConsumer<String, IOException> failures;
    private final Queue<Reading> ahead = new ArrayDeque<>();
    private final ExecutorService threads;
    private long bytes;

    /**
     * @param mostBytes how many bytes may be in memory at a time, unless a single file has more
     * @param images takes what was read
     * @param failures takes the paths of files that can't be read, and why
     */
    ReadAhead(Storage storage, long mostBytes, Consumer<PackedImage> images, BiConsumer<String, IOException> failures) {
        this.storage = storage;
        this.mostBytes = mostBytes;
        this.images = images;
        this.failures = failures;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "whatis-pack");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void accept(FoundFile file) throws IOException {
        while (!ahead.isEmpty() && (ahead.size() == MOST_FILES || bytes + file.bytes() > mostBytes)) {
            handOver(ahead.remove());
        }
        bytes += file.bytes();
        ahead.add(new Reading(file, threads.submit(() -> PatientRead.read(ImageFiles.image(storage, file)))));
    }

    /** Hands over all that are left. */
    void finish() throws IOException {
        while (!ahead.isEmpty()) {
            handOver(ahead.remove());
        }
    }

    private void handOver(Reading reading) throws IOException {
        bytes -= reading.file().bytes();
        String path = reading.file().path();
        try {
            images.accept(new PackedImage(path, reading.bytes().get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException reason)) {
                throw new IllegalStateException(e.getCause());
            }
            failures.accept(path, reason);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
