package whatis.wikipedia.encyclopedia;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what another encyclopedia said and asks it only once at a time for the same lookup. While the other one fails, an
 * article that is too old to be served otherwise still is; that there is no article is never said from an old memory.
 */
final class CachingEncyclopedia implements Encyclopedia {

    /** Where answers come from. */
    private enum Origin {
        CACHE,
        WIKIPEDIA,
        STALE_CACHE,
        SAME_LOOKUP
    }

    private static final Logger LOG = LoggerFactory.getLogger(CachingEncyclopedia.class);

    private final Encyclopedia source;
    private final CacheSettings settings;
    private final InstantSource clock;
    private final Map<Origin, Counter> origins = new EnumMap<>(Origin.class);
    private final Cache<Lookup, Optional<Article>> answers;
    private final Map<Lookup, CompletableFuture<Optional<Article>>> flights = new ConcurrentHashMap<>();

    /** @param registry is told where answers come from */
    CachingEncyclopedia(Encyclopedia source, CacheSettings settings, MeterRegistry registry, InstantSource clock) {
        this.source = source;
        this.settings = settings;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(settings.size().toBytes())
                .weigher(CachingEncyclopedia::bytes)
                .expireAfter(Expiry.<Lookup, Optional<Article>>writing(
                        (lookup, answer) -> answer.isPresent() ? settings.stale() : settings.misses()))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        for (Origin origin : Origin.values()) {
            origins.put(
                    origin,
                    Counter.builder("whatis.articles")
                            .description("Answered lookups, by where the answer came from")
                            .tag("origin", origin.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    @Override
    public Optional<Article> find(Lookup lookup) {
        Optional<Article> known = answers.getIfPresent(lookup);
        if (known != null && isFresh(known)) {
            return from(Origin.CACHE, known);
        }
        CompletableFuture<Optional<Article>> flight = new CompletableFuture<>();
        CompletableFuture<Optional<Article>> other = flights.putIfAbsent(lookup, flight);
        return other == null ? fly(lookup, flight) : join(other);
    }

    private Optional<Article> from(Origin origin, Optional<Article> answer) {
        Objects.requireNonNull(origins.get(origin)).increment();
        return answer;
    }

    private boolean isFresh(Optional<Article> answer) {
        return answer.map(
                        article -> clock.instant().isBefore(article.retrieved().plus(settings.freshness(article))))
                .orElse(true);
    }

    private Optional<Article> fly(Lookup lookup, CompletableFuture<Optional<Article>> flight) {
        try {
            // Again: another flight may have landed since the first look.
            Optional<Article> known = answers.getIfPresent(lookup);
            Optional<Article> answer = known != null && isFresh(known) ? from(Origin.CACHE, known) : ask(lookup, known);
            flight.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            flight.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(lookup);
        }
    }

    private Optional<Article> ask(Lookup lookup, @Nullable Optional<Article> stale) {
        try {
            Optional<Article> answer = source.find(lookup);
            answers.put(lookup, answer);
            return from(Origin.WIKIPEDIA, answer);
        } catch (EncyclopediaException e) {
            if (stale == null) {
                throw e;
            }
            LOG.warn("Serving an old article, as Wikipedia gave none: {}", e.getMessage());
            return from(Origin.STALE_CACHE, stale);
        }
    }

    private Optional<Article> join(CompletableFuture<Optional<Article>> flight) {
        try {
            return from(Origin.SAME_LOOKUP, flight.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof EncyclopediaException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Estimates from above what an entry holds: two bytes for a character, and the objects around the strings. */
    private static int bytes(Lookup lookup, Optional<Article> answer) {
        int characters = lookup.term().words().length()
                + answer.map(article ->
                                article.text().length() + article.title().length())
                        .orElse(0);
        return 500 + 2 * characters;
    }
}
