package whatis.service.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an upload may cost.
 *
 * @param limit the most bytes that an image may have, 1 byte to 1 GB, and at most a quarter of the heap, which all uploads
 *     share
 * @param deadline how long an image may take to arrive. A minute lets 10 MiB through a line of 1.4 Mbit/s
 * @param grace how long a sender may be slower than the rate, which ends those that keep a connection with a byte now and
 *     then
 * @param rate the bytes a second that an upload must have on average once the grace is over, 1 byte to 1 GB. 16 KB are
 *     128 kbit/s, less than any line on which photographs are sent
 */
@ConfigurationProperties("whatis.upload")
record UploadSettings(
        @DefaultValue("10MB") DataSize limit,
        @DefaultValue("60s") Duration deadline,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("16KB") DataSize rate) {

    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    UploadSettings {
        if (limit.toBytes() < 1 || limit.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("limit must be 1 byte to 1 GB, not " + limit);
        }
        if (rate.toBytes() < 1 || rate.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("rate must be 1 byte to 1 GB a second, not " + rate);
        }
        if (deadline.isNegative() || deadline.isZero() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline must be above zero, grace not below: " + deadline + " and " + grace);
        }
    }
}
