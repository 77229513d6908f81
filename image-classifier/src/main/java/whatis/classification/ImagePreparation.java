package whatis.classification;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import whatis.classification.image.ImagePreprocessor;
import whatis.classification.image.OpenedImage;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;
import whatis.classification.timing.Pace;
import whatis.image.ImageRejectedException;

/**
 * Prepares images on their callers' threads: as many at a time as there are cores, and as fit into memory together, each
 * counted with what its header tells. Safe for use by many threads.
 */
final class ImagePreparation {

    /** The unit of memory, of which an {@code int} counts two tebibytes. */
    private static final int KIBIBYTE = 1 << 10;

    private final ImagePreprocessor preprocessor;
    private final PixelBuffers buffers;
    private final FairPermits cores;
    private final FairPermits memory;
    private final AtomicInteger running = new AtomicInteger();
    private final Pace pace = new Pace();

    /**
     * @param cores the most images at a time
     * @param maxMemory the most bytes that all of them take together, at least what the preprocessor allows one alone
     */
    ImagePreparation(ImagePreprocessor preprocessor, int cores, long maxMemory) {
        this.preprocessor = preprocessor;
        this.buffers = new PixelBuffers(preprocessor.floats());
        this.cores = new FairPermits(cores);
        this.memory = new FairPermits(kibibytes(maxMemory));
    }

    /**
     * Waits for a core and for memory, then prepares an image.
     *
     * @param deadline how long to wait; the work itself has its own bound
     * @return pixels that are to be given back
     * @throws ImageRejectedException if the image is to blame
     * @throws DeadlineExceededException if its turn doesn't come in time
     * @throws CancellationException if the calling thread is interrupted; its interrupt status stays set
     */
    PreparedImage prepare(byte[] encoded, Deadline deadline) {
        long begin = System.nanoTime();
        cores.take(1, deadline);
        try {
            OpenedImage image = preprocessor.open(encoded);
            int kibibytes = kibibytes(image.memory());
            memory.take(kibibytes, deadline);
            try {
                long turn = System.nanoTime();
                ByteBuffer pixels = pixels(image);
                return new PreparedImage(
                        pixels, Duration.ofNanos(turn - begin), Duration.ofNanos(System.nanoTime() - turn));
            } finally {
                memory.giveBack(kibibytes);
            }
        } finally {
            cores.giveBack(1);
        }
    }

    private ByteBuffer pixels(OpenedImage image) {
        ByteBuffer pixels = buffers.take();
        int sharing = running.incrementAndGet();
        long begin = System.nanoTime();
        try {
            image.prepare(pixels.asFloatBuffer());
            return pixels;
        } catch (RuntimeException e) {
            buffers.giveBack(pixels);
            throw e;
        } finally {
            running.decrementAndGet();
            pace.add(Duration.ofNanos(System.nanoTime() - begin), 1, sharing);
        }
    }

    /** Takes back pixels that nobody reads any more. */
    void giveBack(PreparedImage image) {
        buffers.giveBack(image.pixels());
    }

    /** Returns how much time passes from one image to the next while there is more than enough to do, by the latest ones. */
    Duration timePerImage() {
        return pace.timePerImage();
    }

    private static int kibibytes(long bytes) {
        return (int) Math.min(bytes / KIBIBYTE, Integer.MAX_VALUE);
    }
}
