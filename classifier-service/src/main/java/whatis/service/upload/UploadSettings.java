package whatis.service.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an upload may cost.
 *
 * @param limit the most bytes that an image may have, 1 byte to 1 GB
 * @param deadline how long an image may take to arrive. A minute lets 10 MiB through a line of 1.4 Mbit/s, and ends
 *     senders that keep a thread busy with a byte now and then
 * @param drainLimit the most bytes that are read and dropped after the answer, so that a client which is still sending
 *     gets to read it: many can't read before they have sent everything
 * @param drainDeadline how long that may take
 */
@ConfigurationProperties("whatis.upload")
record UploadSettings(
        @DefaultValue("10MB") DataSize limit,
        @DefaultValue("60s") Duration deadline,
        @DefaultValue("1GB") DataSize drainLimit,
        @DefaultValue("30s") Duration drainDeadline) {

    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    UploadSettings {
        if (limit.toBytes() < 1 || limit.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("limit must be 1 byte to 1 GB, not " + limit);
        }
        if (drainLimit.isNegative()) {
            throw new IllegalArgumentException("drainLimit must not be negative: " + drainLimit);
        }
        if (deadline.isNegative() || deadline.isZero() || drainDeadline.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline must be above zero and drainDeadline not below: " + deadline + " and " + drainDeadline);
        }
    }
}
