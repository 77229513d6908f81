package whatis.classification.tuning;

import java.util.List;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.Timings;

/**
 * An arrangement, compared with the rule's.
 *
 * @param secondsAlone for an image that is alone, median
 * @param secondsTogether until each dispatcher has computed a full micro-batch, median
 * @param alone in relation to the rule's
 * @param together in relation to the rule's
 */
public record Candidate(
        Arrangement arrangement, double secondsAlone, double secondsTogether, Ratio alone, Ratio together) {

    static Candidate of(Timings own, Timings rules) {
        return new Candidate(
                own.arrangement(),
                median(own.alone()),
                median(own.together()),
                Ratio.of(own.alone(), rules.alone()),
                Ratio.of(own.together(), rules.together()));
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** Tells whether it is quicker in one of both, and in the other one no slower, beyond doubt. */
    boolean wins() {
        return (alone.gains() || together.gains()) && alone.holds() && together.holds();
    }

    /** Tells whether it may be quicker, but the machine was too noisy to tell. */
    boolean isUndecided() {
        return !wins() && (alone.mayGain() || together.mayGain()) && alone.mayHold() && together.mayHold();
    }

    /** Returns what to compare winners by. */
    double score() {
        return alone.median() * together.median();
    }
}
