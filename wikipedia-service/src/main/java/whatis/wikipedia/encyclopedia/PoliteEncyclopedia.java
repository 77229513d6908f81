package whatis.wikipedia.encyclopedia;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Duration patience;
    private final Bucket requests;
    private final PolitenessMeters meters;

    /**
     * @param perMinute how many requests a minute may leave
     * @param patience how long a caller waits for one of the three turns before it is refused
     * @param registry is told who had to wait and who was refused
     */
    PoliteEncyclopedia(Encyclopedia peer, int perMinute, Duration patience, MeterRegistry registry, TimeMeter clock) {
        this.peer = peer;
        this.meters = new PolitenessMeters(registry);
        this.gate = new RetryGate(clock::currentTimeNanos);
        this.silentEditions = new SilentEditions(clock::currentTimeNanos);
        this.patience = patience;
        this.requests = Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    @Override
    public Optional<Article> find(Lookup lookup) {
        String edition = lookup.language().edition();
        checkGate();
        checkEdition(silentEditions.remaining(edition));
        awaitTurn();
        try {
            // Again: others may have learned something during the wait for a turn.
            checkGate();
            checkEdition(silentEditions.claim(edition));
            checkRate();
            return ask(lookup);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        long begin = System.nanoTime();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                meters.refused(Refusal.TURNS);
                throw EncyclopediaException.unavailable(AT_ONCE + " requests are under way", Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EncyclopediaException.unavailable("interrupted while waiting", Duration.ofSeconds(1));
        }
        meters.waited(Duration.ofNanos(System.nanoTime() - begin));
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
        ConsumptionProbe probe = requests.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            meters.refused(Refusal.RATE);
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
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
