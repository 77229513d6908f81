package whatis.experiment.variant;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures a variant, from the moment it is made. Safe for use by many threads.
 *
 * <p>Time is summed up over all workers and then divided by their number.
 */
public final class Clock {

    private static final double NANOS = 1e9;

    private final int workers;
    private final double start;
    private final long begin = System.nanoTime();
    private final Map<Phase, Long> phases = new EnumMap<>(Phase.class);
    private final Map<Phase, Long> beside = new EnumMap<>(Phase.class);
    private long firstAnswer;

    /** @param workers how many engines or task slots share the work */
    public Clock(int workers) {
        this.workers = workers;
        this.start = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1e3;
    }

    /** Returns nanoseconds since the clock was started. */
    public long nanos() {
        return System.nanoTime() - begin;
    }

    /** Takes note of one worker's time. */
    public synchronized void add(Phase phase, long nanos) {
        phases.merge(phase, nanos, Long::sum);
    }

    /** Takes note of the driver's time while all workers wait for it. */
    public void addForAll(Phase phase, long nanos) {
        add(phase, nanos * workers);
    }

    /** Takes note of the driver's time while the workers have other work. */
    public synchronized void addBeside(Phase phase, long nanos) {
        beside.merge(phase, nanos, Long::sum);
    }

    /** Takes note that an answer has come. */
    public synchronized void noteAnswer() {
        if (firstAnswer == 0) {
            firstAnswer = nanos();
        }
    }

    /** Takes note of an answer that has come, and of its worker's time. */
    public synchronized void add(Answer answer) {
        noteAnswer();
        add(Phase.DECODE, answer.decodeNanos());
        add(Phase.INFERENCE, answer.inferenceNanos());
    }

    /** Does what all workers wait for. */
    public <T> T measureForAll(Phase phase, Callable<T> work) throws Exception {
        long from = System.nanoTime();
        T result = work.call();
        addForAll(phase, System.nanoTime() - from);
        return result;
    }

    /** Stops the clock. */
    public synchronized Measurement stop(long shipped, List<Answer> answers) {
        double seconds = nanos() / NANOS;
        return new Measurement(
                start,
                seconds,
                firstAnswer / NANOS,
                workers,
                Measurement.completed(inSeconds(phases, workers), seconds),
                inSeconds(beside, 1),
                shipped,
                List.copyOf(answers));
    }

    private static Map<Phase, Double> inSeconds(Map<Phase, Long> nanos, int workers) {
        Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
        nanos.forEach((phase, sum) -> seconds.put(phase, sum / NANOS / workers));
        return seconds;
    }
}
