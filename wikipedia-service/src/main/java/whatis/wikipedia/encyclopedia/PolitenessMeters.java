package whatis.wikipedia.encyclopedia;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Tells operators what good manners cost. Safe for use by many threads. */
final class PolitenessMeters {

    /** Why Wikipedia is not asked. */
    enum Refusal {
        /** As many requests as allowed are under way. */
        TURNS,
        /** This minute's requests are spent. */
        RATE,
        /** Wikipedia asked for a break. */
        BREAK,
        /** The edition has not answered. */
        SILENCE
    }

    private final Timer waits;
    private final Map<Refusal, Counter> refusals = new EnumMap<>(Refusal.class);

    PolitenessMeters(MeterRegistry registry) {
        this.waits = Timer.builder("whatis.wikipedia.waits")
                .description("Time that lookups waited for one of the requests to Wikipedia to end")
                .register(registry);
        for (Refusal refusal : Refusal.values()) {
            refusals.put(
                    refusal,
                    Counter.builder("whatis.wikipedia.refusals")
                            .description("Lookups for which Wikipedia was not asked, by the rule that forbade it")
                            .tag("rule", refusal.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void waited(Duration time) {
        waits.record(time);
    }

    void refused(Refusal refusal) {
        Objects.requireNonNull(refusals.get(refusal)).increment();
    }
}
