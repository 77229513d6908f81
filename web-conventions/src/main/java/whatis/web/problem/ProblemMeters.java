package whatis.web.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Counts for operators what clients were told instead of an answer. Safe for use by many threads. */
public final class ProblemMeters {

    private final Map<ProblemType, Counter> counters = new HashMap<>();

    /** Begins with zeros, as the rate of what appears only with its first case can't be told. */
    ProblemMeters(ProblemTypes problems, MeterRegistry registry) {
        for (ProblemType problem : problems.all()) {
            counters.put(
                    problem,
                    Counter.builder("whatis.problems")
                            .description("Requests that were answered with a problem, by its kind")
                            .tag("problem", problem.slug())
                            .register(registry));
        }
    }

    void count(ProblemType problem) {
        Objects.requireNonNull(counters.get(problem)).increment();
    }
}
