package whatis.commandline.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured with one number of clients. The names are those of the JSON report.
 *
 * @param clients how many asked at the same time
 * @param answers how many right answers came within the time
 * @param perSecond right answers a second
 * @param latency of the right answers; null if there were none
 * @param failures how often each kind of other answer came
 * @param memory of the answering process at the end; null where it can't be known
 */
public record Round(
        int clients,
        int answers,
        double perSecond,
        @Nullable Latency latency,
        Map<String, Integer> failures,
        @Nullable ProcessMemory memory) {}
