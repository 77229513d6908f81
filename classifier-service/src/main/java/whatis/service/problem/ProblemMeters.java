package whatis.service.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts for operators what clients were told instead of an answer. Safe for use by many threads. */
final class ProblemMeters {

    private final Map<Problem, Counter> counters = new EnumMap<>(Problem.class);

    /** Begins with zeros, as the rate of what appears only with its first case can't be told. */
    ProblemMeters(MeterRegistry registry) {
        for (Problem problem : Problem.values()) {
            counters.put(
                    problem,
                    Counter.builder("whatis.problems")
                            .description("Requests that were answered with a problem, by its kind")
                            .tag("problem", problem.slug())
                            .register(registry));
        }
    }

    void count(Problem problem) {
        Objects.requireNonNull(counters.get(problem)).increment();
    }
}
