package whatis.wikipedia.encyclopedia;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long answers are remembered.
 *
 * @param hits how long an article counts as current
 * @param misses how long it is remembered that there is no article, or no text in it
 * @param stale how old an article may be while Wikipedia fails, at least {@code hits}
 * @param size how much memory the articles may take
 */
@ConfigurationProperties("whatis.wikipedia.cache")
public record CacheSettings(
        @DefaultValue("24h") Duration hits,
        @DefaultValue("1h") Duration misses,
        @DefaultValue("7d") Duration stale,
        @DefaultValue("32MB") DataSize size) {

    public CacheSettings {
        if (hits.isNegative() || misses.isNegative()) {
            throw new IllegalArgumentException("hits and misses must not be negative: " + hits + " and " + misses);
        }
        if (stale.compareTo(hits) < 0) {
            throw new IllegalArgumentException("stale must be at least hits, " + hits + ", not " + stale);
        }
        if (size.isNegative()) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
    }

    /** Returns how long an article counts as current. One without a text may be one that Wikipedia could not give. */
    public Duration freshness(Article article) {
        return article.text().isEmpty() && misses.compareTo(hits) < 0 ? misses : hits;
    }
}
