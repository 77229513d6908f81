package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import whatis.classification.timing.Pace;

/** Puts one micro-batch after the other through the network, until the queue is closed and empty. */
final class Dispatcher implements Runnable {

    private final int number;
    private final LoadedNetwork network;
    private final Concurrency concurrency;
    private final ImageQueue queue;
    private final Pace pace;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    /** The pixels of a micro-batch; null until there is one of several images. */
    private @Nullable ByteBuffer pixels;

    /** @param number counted from 0: the order in which the queue prefers its dispatchers */
    Dispatcher(int number, LoadedNetwork network, Concurrency concurrency, ImageQueue queue, Pace pace) {
        this.number = number;
        this.network = network;
        this.concurrency = concurrency;
        this.queue = queue;
        this.pace = pace;
    }

    /**
     * Waits for the warm-up.
     *
     * @throws CompletionException if it failed; nothing runs then
     */
    void awaitReady() {
        ready.join();
    }

    /** Warms up and works on, best on a platform thread of its own, as OpenMP threads belong to the one that asks for them. */
    @Override
    public void run() {
        try {
            warmUp();
            ready.complete(null);
        } catch (Throwable e) {
            ready.completeExceptionally(e);
            return;
        }
        for (MicroBatch batch = queue.take(number); batch != null; batch = queue.take(number)) {
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
        network.warmUp(useThreads(1) > 1);
        int all = concurrency.dispatchers();
        pace.add(Duration.ofNanos(network.warmUp(useThreads(all) > 1)), 1, all);
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
        int threads = concurrency.threads(number, running);
        LibTorch.useThreads(threads);
        return threads;
    }

    /** A single image is read where it lies. */
    private ByteBuffer input(List<WaitingImage> images) {
        if (images.size() == 1) {
            return images.get(0).pixels();
        }
        if (pixels == null) {
            pixels = ByteBuffer.allocateDirect(Math.multiplyExact(concurrency.batch(), network.bytesOfImage()))
                    .order(ByteOrder.nativeOrder());
        }
        pixels.clear();
        for (WaitingImage image : images) {
            pixels.put(image.pixels());
        }
        return pixels.flip();
    }
}
