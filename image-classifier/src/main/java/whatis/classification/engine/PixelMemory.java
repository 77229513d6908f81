package whatis.classification.engine;

/**
 * How many images' pixels fit into direct memory. The JVM allows as many bytes of it as the heap may have: half of them are for
 * images that wait, a quarter for the copies that dispatchers make of micro-batches, and the rest for images in work.
 *
 * @param bytes of direct memory
 * @param bytesOfImage of the pixels of one image
 */
record PixelMemory(long bytes, int bytesOfImage) {

    static PixelMemory ofThisJvm(int bytesOfImage) {
        return new PixelMemory(Runtime.getRuntime().maxMemory(), bytesOfImage);
    }

    /** Returns how many images may wait, at least one. */
    int waiting(int wanted) {
        return fitting(bytes / 2, wanted);
    }

    /** Returns how many images a micro-batch may have, at least one, which needs no copy. */
    int batch(int wanted, int dispatchers) {
        return fitting(Math.min(bytes / 4 / dispatchers, Integer.MAX_VALUE), wanted);
    }

    /** Returns the same with micro-batches that fit. */
    Concurrency fitting(Concurrency concurrency) {
        return concurrency.withBatchUpTo(batch(concurrency.batch(), concurrency.dispatchers()));
    }

    private int fitting(long available, int wanted) {
        return (int) Math.max(1, Math.min(wanted, available / bytesOfImage));
    }
}
