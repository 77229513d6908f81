package whatis.batch;

import java.time.Duration;
import java.util.Locale;
import whatis.batch.pack.PackCounts;

/**
 * How packing ended.
 *
 * @param output as the user named it
 * @param time that it took
 */
record PackSummary(String output, PackCounts counts, Duration time) {

    @Override
    public String toString() {
        double seconds = Math.max(1e-3, time.toMillis() / 1e3);
        String text = String.format(
                Locale.ROOT,
                "%d images of %.1f MB packed into %d files in %s; %s, %.1f a second",
                counts.images(),
                counts.bytes() / 1e6,
                counts.files(),
                output,
                Durations.inWords(time),
                counts.images() / seconds);
        if (counts.leftOut() > 0) {
            text += "; %d files that can't be read were left out".formatted(counts.leftOut());
        }
        if (counts.passedOver() > 0) {
            text += "; %d files of Hadoop's own passed over".formatted(counts.passedOver());
        }
        return text;
    }
}
