package whatis.experiment.variant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a variant measured of itself.
 *
 * @param start seconds from the start of the JVM to that of the clock: JVM, Spark session, actor system
 * @param seconds what the clock showed at the end: all answers are there, and all workers are gone
 * @param warm seconds on the clock when the first answer came: models and data are loaded
 * @param workers how many engines or task slots there were
 * @param phases seconds that a worker spent, in the mean; together they make {@code seconds}
 * @param beside seconds that the driver spent while the workers had other work, in no other figure
 * @param shipped bytes that went from one process to another, or would have if the executor were one
 * @param answers one for each row, in their order
 */
public record Measurement(
        double start,
        double seconds,
        double warm,
        int workers,
        Map<Phase, Double> phases,
        Map<Phase, Double> beside,
        long shipped,
        List<Answer> answers) {

    /** Returns seconds in a phase, 0 if there were none. */
    public double seconds(Phase phase) {
        return phases.getOrDefault(phase, 0.0);
    }

    /** Returns the driver's seconds beside the workers, 0 if there were none. */
    public double besideSeconds(Phase phase) {
        return beside.getOrDefault(phase, 0.0);
    }

    /** Adds what is left to {@code seconds} as idle time. */
    static Map<Phase, Double> completed(Map<Phase, Double> phases, double seconds) {
        Map<Phase, Double> all = new EnumMap<>(Phase.class);
        all.putAll(phases);
        double busy = phases.values().stream().mapToDouble(Double::doubleValue).sum();
        all.put(Phase.IDLE, Math.max(0, seconds - busy));
        return all;
    }
}
