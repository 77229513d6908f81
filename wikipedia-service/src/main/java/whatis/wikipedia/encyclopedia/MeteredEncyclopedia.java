package whatis.wikipedia.encyclopedia;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Times for operators what another encyclopedia does. */
final class MeteredEncyclopedia implements Encyclopedia {

    private static final String PAGE = "page";
    private static final String NO_PAGE = "no_page";

    private static final Duration[] TIMES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private final Encyclopedia peer;
    private final Map<String, Timer> timers = new HashMap<>();

    MeteredEncyclopedia(Encyclopedia peer, MeterRegistry registry) {
        this.peer = peer;
        for (String outcome : List.of(PAGE, NO_PAGE)) {
            timers.put(outcome, timer(registry, outcome));
        }
        for (EncyclopediaException.Failure failure : EncyclopediaException.Failure.values()) {
            timers.put(outcome(failure), timer(registry, outcome(failure)));
        }
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("whatis.wikipedia.requests")
                .description("Requests to Wikipedia, by how they ended")
                .tag("outcome", outcome)
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    private static String outcome(EncyclopediaException.Failure failure) {
        return failure.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Article> find(Lookup lookup) {
        long begin = System.nanoTime();
        String outcome = outcome(EncyclopediaException.Failure.ERROR);
        try {
            Optional<Article> answer = peer.find(lookup);
            outcome = answer.isPresent() ? PAGE : NO_PAGE;
            return answer;
        } catch (EncyclopediaException e) {
            outcome = outcome(e.failure());
            throw e;
        } finally {
            Objects.requireNonNull(timers.get(outcome)).record(Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
