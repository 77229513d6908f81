package whatis.classification.tuning;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Timings;

/**
 * Which arrangement is the quickest. Another one takes the place of the rule's only if it is quicker by some per cent beyond doubt.
 *
 * @param model what was measured
 * @param key what it holds for
 * @param concurrency how the work was spread
 * @param rounds how often each arrangement ran
 * @param candidates the rule's arrangement first
 * @param kept the file that says so to the next starts; null where the machine was too noisy to tell
 */
public record TuningReport(
        String model,
        TuningKey key,
        Concurrency concurrency,
        int rounds,
        List<Candidate> candidates,
        @Nullable Path kept) {

    /** @param timings the rule's first, of at least {@link Ratio#FEWEST_PAIRS} rounds */
    public static TuningReport of(String model, TuningKey key, Concurrency concurrency, List<Timings> timings) {
        Timings rules = timings.get(0);
        return new TuningReport(
                model,
                key,
                concurrency,
                rules.alone().size(),
                timings.stream().map(own -> Candidate.of(own, rules)).toList(),
                null);
    }

    /** Returns the arrangement to run. */
    public Arrangement choice() {
        return candidates.stream()
                .filter(Candidate::wins)
                .min(Comparator.comparingDouble(Candidate::score))
                .orElse(candidates.get(0))
                .arrangement();
    }

    /** Returns the arrangement that the rule chooses. */
    public Arrangement byRule() {
        return candidates.get(0).arrangement();
    }

    /** Returns those of which the machine was too noisy to tell whether they are quicker than the rule's, if that was chosen. */
    public List<Arrangement> undecided() {
        return choice().equals(byRule())
                ? candidates.stream()
                        .filter(Candidate::isUndecided)
                        .map(Candidate::arrangement)
                        .toList()
                : List.of();
    }

    /**
     * Keeps the choice for the next starts, unless the machine was too noisy for one.
     *
     * @return the same with the file
     */
    public TuningReport keptIn(Tunings tunings) {
        return undecided().isEmpty()
                ? new TuningReport(model, key, concurrency, rounds, candidates, tunings.save(key, choice()))
                : this;
    }
}
