package whatis.classification.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Images that wait for a dispatcher, in the order of arrival, and who works on how many. Safe for use by many threads. */
final class ImageQueue {

    private final Concurrency concurrency;
    private final int capacity;
    private final Deque<WaitingImage> waiting = new ArrayDeque<>();
    private int running;
    private boolean closed;

    /** @param capacity the most images that wait */
    ImageQueue(Concurrency concurrency, int capacity) {
        this.concurrency = concurrency;
        this.capacity = capacity;
    }

    /**
     * Appends an image.
     *
     * @throws QueueFullException if too many wait already
     * @throws IllegalStateException if the queue is closed
     */
    synchronized void add(WaitingImage image) {
        if (closed) {
            throw new IllegalStateException("The image classifier is closed.");
        }
        if (waiting.size() >= capacity) {
            throw new QueueFullException(capacity);
        }
        waiting.add(image);
        notifyAll();
    }

    /** Returns how many images wait. */
    synchronized int size() {
        return waiting.size();
    }

    /** Takes an image out, and returns whether no dispatcher had done so before. */
    synchronized boolean remove(WaitingImage image) {
        return waiting.remove(image);
    }

    /**
     * Waits for images and takes the longest waiting ones, as many as leave the other idle dispatchers their share. Each
     * micro-batch is to be {@link #done}.
     *
     * @return null once the queue is closed and empty
     */
    synchronized @Nullable MicroBatch take() {
        while (waiting.isEmpty()) {
            if (closed) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                throw (CancellationException) new CancellationException("interrupted").initCause(e);
            }
        }
        int idle = Math.max(1, concurrency.dispatchers() - running);
        int share = Math.min(concurrency.batch(), (waiting.size() + idle - 1) / idle);
        List<WaitingImage> images = new ArrayList<>(share);
        for (int i = 0; i < share; i++) {
            images.add(waiting.remove());
        }
        running++;
        return new MicroBatch(images, Math.min(concurrency.dispatchers(), running + waiting.size()));
    }

    /** Tells that a micro-batch no longer runs. */
    synchronized void done() {
        running--;
    }

    /** Takes no more images in; those that wait are still handed out. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
