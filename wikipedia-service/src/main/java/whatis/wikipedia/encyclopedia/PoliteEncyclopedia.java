package whatis.wikipedia.encyclopedia;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import whatis.wikipedia.encyclopedia.PolitenessMeters.Refusal;

/**
 * Asks another encyclopedia, at most three times at once, as often as its rules allow and never while it wants a break. Only
 * the encyclopedia itself can want one, and then for all of its editions; an edition that doesn't answer is left alone
 * without the others.
 */
final class PoliteEncyclopedia implements Encyclopedia {

    /** Wikimedia's limit for one client (API:Etiquette). */
    private static final int AT_ONCE = 3;

    private final Encyclopedia peer;
    private final RetryGate gate;
    private final SilentEditions silentEditions;
    private final Bulkhead bulkhead;
    private final PolitenessMeters meters;

    /** From an internal package: only this one takes a clock and tells how long to wait. */
    private final AtomicRateLimiter limiter;

    /**
     * @param perMinute how many requests a minute may leave
     * @param patience how long a caller waits for one of the three turns before it is refused
     * @param registry is told who had to wait and who was refused
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    PoliteEncyclopedia(
            Encyclopedia peer, int perMinute, Duration patience, MeterRegistry registry, LongSupplier nanoTime) {
        this.peer = peer;
        this.meters = new PolitenessMeters(registry);
        this.gate = new RetryGate(nanoTime);
        this.silentEditions = new SilentEditions(nanoTime);
        this.bulkhead = Bulkhead.of(
                "wikipedia",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(AT_ONCE)
                        .maxWaitDuration(patience)
                        .build());
        this.limiter = new AtomicRateLimiter(
                "wikipedia",
                RateLimiterConfig.custom()
                        .limitForPeriod(perMinute)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(Duration.ZERO)
                        .build(),
                nanoTime::getAsLong);
    }

    @Override
    public Optional<Article> find(Lookup lookup) {
        String edition = lookup.language().edition();
        checkGate();
        checkEdition(silentEditions.remaining(edition));
        long begin = System.nanoTime();
        try {
            bulkhead.acquirePermission();
        } catch (BulkheadFullException e) {
            meters.refused(Refusal.TURNS);
            throw EncyclopediaException.unavailable(AT_ONCE + " requests are under way", Duration.ofSeconds(1));
        }
        meters.waited(Duration.ofNanos(System.nanoTime() - begin));
        try {
            // Again: others may have learned something during the wait for a turn.
            checkGate();
            checkEdition(silentEditions.claim(edition));
            checkRate();
            return ask(lookup);
        } finally {
            bulkhead.onComplete();
        }
    }

    private void checkGate() {
        Duration pause = gate.remaining();
        if (!pause.isZero()) {
            meters.refused(Refusal.BREAK);
            throw EncyclopediaException.unavailable("a break that Wikipedia asked for", pause);
        }
    }

    private void checkEdition(Duration pause) {
        if (!pause.isZero()) {
            meters.refused(Refusal.SILENCE);
            throw EncyclopediaException.unavailable("an edition that has not answered", pause);
        }
    }

    private void checkRate() {
        if (!limiter.acquirePermission()) {
            meters.refused(Refusal.RATE);
            Duration wait = Duration.ofNanos(limiter.getDetailedMetrics().getNanosToWait());
            throw EncyclopediaException.unavailable("this minute's requests are spent", wait);
        }
    }

    private Optional<Article> ask(Lookup lookup) {
        String edition = lookup.language().edition();
        try {
            Optional<Article> answer = peer.find(lookup);
            silentEditions.answered(edition);
            return answer;
        } catch (EncyclopediaException e) {
            if (e.answered()) {
                gate.closeFor(e.retryAfter());
            } else {
                silentEditions.silent(edition);
            }
            throw e;
        }
    }
}
