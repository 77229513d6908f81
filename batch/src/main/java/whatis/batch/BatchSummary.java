package whatis.batch;

import java.time.Duration;
import java.util.Locale;

/**
 * How a batch ended.
 *
 * @param images in all chunks
 * @param errors how many of them have no answer
 * @param found how many had been done before
 * @param passedOver files that Hadoop writes beside its results
 * @param executors how many JVMs loaded the model in this run
 * @param time that this run took
 */
record BatchSummary(
        String output, long images, long errors, long found, long passedOver, long executors, Duration time) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("%d images in %s, %d of them with an error".formatted(images, output, errors));
        if (found > 0) {
            text.append("; %d had been done before".formatted(found));
        }
        if (passedOver > 0) {
            text.append("; %d files of Hadoop's own passed over".formatted(passedOver));
        }
        if (images > found) {
            double rate = (images - found) / Math.max(1e-3, time.toMillis() / 1e3);
            text.append(String.format(
                    Locale.ROOT,
                    "; %s, %.1f a second, %d JVMs with the model",
                    Durations.inWords(time),
                    rate,
                    executors));
        }
        return text.toString();
    }
}
