package whatis.web.bounds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * For how long a client is listened to that is still sending when its answer is complete.
 *
 * @param limit the most bytes that are read and dropped after the answer, so that a client which is still sending gets to
 *     read it: many can't read before they have sent everything
 * @param deadline how long the rest may take to be read and dropped, at least 1 ms
 */
@ConfigurationProperties("whatis.drain")
record DrainSettings(
        @DefaultValue("1GB") DataSize limit,
        @DefaultValue("30s") Duration deadline) {

    DrainSettings {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("limit must not be negative, but is " + limit);
        }
        if (deadline.toMillis() < 1) {
            throw new IllegalArgumentException("deadline must be at least 1ms, not " + deadline);
        }
    }
}
