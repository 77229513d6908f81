package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts one micro-batch after the other through the network, on one platform thread of its own. */
final class Dispatcher implements Runnable {

    private final LoadedNetwork network;
    private final Concurrency concurrency;
    private final ImageQueue queue;
    private final Pace pace;
    private final ByteBuffer pixels;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    Dispatcher(LoadedNetwork network, Concurrency concurrency, ImageQueue queue, Pace pace) {
        this.network = network;
        this.concurrency = concurrency;
        this.queue = queue;
        this.pace = pace;
        this.pixels = ByteBuffer.allocateDirect(concurrency.batch() * network.bytesOfImage())
                .order(ByteOrder.nativeOrder());
    }

    /** Starts the thread, which ends when the queue is closed and empty. */
    Thread start(String name) {
        Thread thread = new Thread(this, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Waits for the warm-up.
     *
     * @throws CompletionException if it failed; the thread has ended then
     */
    void awaitReady() {
        ready.join();
    }

    @Override
    public void run() {
        try {
            warmUp();
            ready.complete(null);
        } catch (Throwable e) {
            ready.completeExceptionally(e);
            return;
        }
        for (MicroBatch batch = queue.take(); batch != null; batch = queue.take()) {
            try {
                run(batch);
            } catch (Throwable e) {
                batch.images().forEach(image -> image.fail(e));
            } finally {
                queue.done();
            }
        }
    }

    /** Starts this thread's OpenMP threads, and runs alone and among others. */
    private void warmUp() {
        useThreads(1);
        network.warmUp(concurrency.threads() > 1);
        int all = concurrency.dispatchers();
        useThreads(all);
        pace.add(Duration.ofNanos(network.warmUp(concurrency.threadsOfOne(all) > 1)), 1, all);
    }

    private void run(MicroBatch batch) {
        List<WaitingImage> images = batch.images();
        long begin = System.nanoTime();
        int threads = useThreads(batch.running());
        float[] logits = network.logits(input(images), images.size(), threads > 1);
        Duration computed = Duration.ofNanos(System.nanoTime() - begin);
        pace.add(computed, images.size(), batch.running());
        int labels = logits.length / images.size();
        for (int i = 0; i < images.size(); i++) {
            WaitingImage image = images.get(i);
            float[] own = Arrays.copyOfRange(logits, i * labels, (i + 1) * labels);
            image.answer(new Inference(own, images.size(), image.waitedUntil(begin), computed));
        }
    }

    /** Takes this thread's share of the OpenMP threads, and returns how many these are. */
    private int useThreads(int running) {
        int threads = concurrency.threadsOfOne(running);
        LibTorch.useThreads(threads);
        return threads;
    }

    /** A single image is read where it lies. */
    private ByteBuffer input(List<WaitingImage> images) {
        if (images.size() == 1) {
            return images.get(0).pixels();
        }
        pixels.clear();
        images.forEach(image -> pixels.put(image.pixels()));
        return pixels.flip();
    }
}
