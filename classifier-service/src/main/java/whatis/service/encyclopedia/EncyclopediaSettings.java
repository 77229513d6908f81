package whatis.service.encyclopedia;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How wikipedia-service is asked.
 *
 * @param url address of wikipedia-service
 * @param connectTimeout how long a connection to it may take: it is next door
 * @param readTimeout how long it may be silent, which has to be longer than the 2 s and the half that it gives Wikipedia:
 *     so it always gets to say itself what went wrong
 * @param recovery how long wikipedia-service is left alone after half of the last ten requests failed
 */
@ConfigurationProperties("whatis.encyclopedia")
public record EncyclopediaSettings(
        @DefaultValue("http://127.0.0.1:8001") URI url,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("5s") Duration recovery) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public EncyclopediaSettings {
        if (String.valueOf(url.getRawAuthority()).contains("@")) {
            throw new IllegalArgumentException("url must not name a user: wikipedia-service has none");
        }
        if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
            throw new IllegalArgumentException("url must be an http or https address, not " + url);
        }
        for (Duration time : new Duration[] {connectTimeout, readTimeout, recovery}) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("connectTimeout, readTimeout and recovery must be above zero: "
                        + connectTimeout + ", " + readTimeout + ", " + recovery);
            }
        }
    }

    /** Returns how long a request may take as a whole, also if its answer comes in drops. */
    public Duration deadline() {
        return connectTimeout.plus(readTimeout);
    }
}
