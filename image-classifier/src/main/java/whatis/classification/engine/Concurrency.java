package whatis.classification.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the network's work is spread over a CPU.
 *
 * @param dispatchers how many micro-batches run at the same time, 1 to 256
 * @param threads OpenMP threads that the running micro-batches share, 1 to 256: one that runs alone gets all of them,
 *     while each gets at least one
 * @param batch the most images in a micro-batch, 1 to 256; fewer where fewer wait or where these take too much memory
 */
public record Concurrency(int dispatchers, int threads, int batch) {

    private static final int MAX = 256;

    /** With more of them than these, cores idle whenever fewer images come than there are dispatchers. */
    private static final int ENOUGH_DISPATCHERS = 8;

    /** More gain nothing on CPUs, and the first image waits for the last. */
    private static final int BATCH = 4;

    private static final Pattern SETTING = Pattern.compile("(\\d{1,3})x(\\d{1,3})x(\\d{1,3})");

    public Concurrency {
        check("dispatchers", dispatchers);
        check("threads", threads);
        check("batch", batch);
    }

    /**
     * Returns what suits the cores that this process may use: all of them for an image that is alone, and a dispatcher for
     * each, or from twice {@link #ENOUGH_DISPATCHERS} cores on for each few.
     */
    public static Concurrency onAllCores() {
        return forCores(Math.min(MAX, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Returns what suits a number of cores, as {@link #onAllCores} says.
     *
     * @param cores 1 to 256
     */
    public static Concurrency forCores(int cores) {
        int coresOfOne = Math.max(1, cores / ENOUGH_DISPATCHERS);
        return new Concurrency(cores / coresOfOne, cores, BATCH);
    }

    /**
     * Reads a setting: {@code auto} for {@link #onAllCores}, or dispatchers x threads x batch, such as {@code 2x2x4}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Concurrency of(String setting) {
        if (setting.equalsIgnoreCase("auto")) {
            return onAllCores();
        }
        Matcher matcher = SETTING.matcher(setting);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "The concurrency \"%s\" isn't auto or dispatchers x threads x batch, such as 2x2x4."
                            .formatted(setting));
        }
        return new Concurrency(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /**
     * Returns how many threads a micro-batch gets: its share, as far as its dispatcher has so many.
     *
     * @param dispatcher counted from 0
     * @param running how many micro-batches run, this one included
     */
    int threads(int dispatcher, int running) {
        return Math.min(pool(dispatcher), share(running));
    }

    /**
     * Returns the most threads that a dispatcher ever uses, and so keeps: all for the first, half of them for the second, a
     * quarter for the third and so on, but never less than its share when all run. The first idle dispatcher gets the next
     * micro-batch, so that a lone one has all threads. Together these are fewer than three for each thread or dispatcher;
     * all for each would be their product.
     *
     * @param dispatcher counted from 0
     */
    int pool(int dispatcher) {
        int halved = threads >> Math.min(dispatcher, Integer.SIZE - 1);
        return Math.max(share(dispatchers), halved);
    }

    private int share(int running) {
        return Math.max(1, threads / running);
    }

    /** Returns the same with smaller micro-batches, if these are larger. */
    Concurrency withBatchUpTo(int images) {
        return new Concurrency(dispatchers, threads, Math.min(batch, images));
    }

    private static void check(String name, int value) {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException(
                    "The concurrency's %s must be 1 to %d, not %d.".formatted(name, MAX, value));
        }
    }

    @Override
    public String toString() {
        return dispatchers + "x" + threads + "x" + batch;
    }
}
