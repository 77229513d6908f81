package whatis.classification.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images that wait for a dispatcher, in the order of arrival, and how many micro-batches run. Of the idle dispatchers always the
 * first gets the next micro-batch: it has the most threads. Safe for use by many threads.
 */
final class ImageQueue {

    private final Concurrency concurrency;
    private final int capacity;
    private final Lock lock = new ReentrantLock();
    private final Deque<WaitingImage> waiting = new ArrayDeque<>();
    private final BitSet idle = new BitSet();

    /** What wakes each dispatcher, so that an image doesn't wake them all. */
    private final List<Condition> turns;

    private int running;
    private boolean closed;

    /** @param capacity the most images that wait */
    ImageQueue(Concurrency concurrency, int capacity) {
        this.concurrency = concurrency;
        this.capacity = capacity;
        this.turns = Stream.generate(lock::newCondition)
                .limit(concurrency.dispatchers())
                .toList();
    }

    /**
     * Appends an image.
     *
     * @throws QueueFullException if too many wait already
     * @throws IllegalStateException if the queue is closed
     */
    void add(WaitingImage image) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The image classifier is closed.");
            }
            if (waiting.size() >= capacity) {
                throw new QueueFullException(capacity);
            }
            waiting.add(image);
            wakeFirstIdle();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many images wait. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes an image out, and returns whether no dispatcher had done so before. */
    boolean remove(WaitingImage image) {
        lock.lock();
        try {
            return waiting.remove(image);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for images and takes the longest waiting ones, as many as leave the other idle dispatchers their share. Each
     * micro-batch is to be {@link #done}.
     *
     * @param dispatcher the number of the one that calls, counted from 0
     * @return null once the queue is closed and empty
     */
    @Nullable
    MicroBatch take(int dispatcher) {
        lock.lock();
        try {
            idle.set(dispatcher);
            while (waiting.isEmpty() ? !closed : idle.nextSetBit(0) < dispatcher) {
                turns.get(dispatcher).awaitUninterruptibly();
            }
            idle.clear(dispatcher);
            if (waiting.isEmpty()) {
                return null;
            }
            MicroBatch batch = next();
            wakeFirstIdle();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private MicroBatch next() {
        int free = Math.max(1, concurrency.dispatchers() - running);
        int share = Math.min(concurrency.batch(), (waiting.size() + free - 1) / free);
        List<WaitingImage> images = new ArrayList<>(share);
        for (int i = 0; i < share; i++) {
            images.add(waiting.remove());
        }
        running++;
        return new MicroBatch(images, Math.min(concurrency.dispatchers(), running + waiting.size()));
    }

    /** Has the first idle dispatcher look for images, if some wait. */
    private void wakeFirstIdle() {
        if (!waiting.isEmpty() && !idle.isEmpty()) {
            turns.get(idle.nextSetBit(0)).signal();
        }
    }

    /** Tells that a micro-batch no longer runs. */
    void done() {
        lock.lock();
        try {
            running--;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more images in; those that wait are still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            turns.forEach(Condition::signalAll);
        } finally {
            lock.unlock();
        }
    }
}
