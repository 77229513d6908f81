package whatis.batch.executor;

import java.util.concurrent.Semaphore;

/**
 * Bounds the images that a JVM has in work, by their number and by their bytes. Images are let in in the order in which they come.
 * Safe for use by many threads.
 */
final class Window {

    private static final int KIBIBYTE = 1 << 10;

    private final Semaphore images;
    private final Semaphore kibibytes;
    private final int allKibibytes;

    /**
     * @param images the most at a time, at least 1
     * @param bytes the most that they have together; a larger image is let in alone
     */
    Window(int images, long bytes) {
        this.images = new Semaphore(images, true);
        this.allKibibytes = (int) Math.max(1, Math.min(bytes / KIBIBYTE, Integer.MAX_VALUE));
        this.kibibytes = new Semaphore(allKibibytes, true);
    }

    /** Waits until an image of this size may come in. */
    void enter(long bytes) throws InterruptedException {
        images.acquire();
        boolean entered = false;
        try {
            kibibytes.acquire(kibibytes(bytes));
            entered = true;
        } finally {
            if (!entered) {
                images.release();
            }
        }
    }

    /** Makes room after an image of this size. */
    void leave(long bytes) {
        kibibytes.release(kibibytes(bytes));
        images.release();
    }

    private int kibibytes(long bytes) {
        return (int) Math.min(bytes / KIBIBYTE, allKibibytes);
    }
}
