package whatis.hub;

import java.util.Locale;

/** How far a download is, and how fast. For one thread at a time; times are in nanoseconds of one clock. */
final class TransferRate {

    static final long WORTH_SHOWING_BYTES = 1_000_000;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final String file;
    private final long total;
    private long position;
    private long baseline;
    private long baselineNanos;

    TransferRate(String file, long total, long present, long now) {
        this.file = file;
        this.total = total;
        measureFrom(present, now);
    }

    String file() {
        return file;
    }

    /** Takes note of how many bytes are there; the rate is measured anew if they are fewer than before. */
    void at(long bytes, long now) {
        if (bytes < position) {
            measureFrom(bytes, now);
        }
        position = bytes;
    }

    boolean isWorthShowing() {
        return Math.max(total, position) >= WORTH_SHOWING_BYTES;
    }

    /** Tells bytes, rate and, if it is known when it will end, the time left. */
    String status(long now) {
        double seconds = Math.max(now - baselineNanos, 1) / NANOS_PER_SECOND;
        double rate = (position - baseline) / seconds;
        String whole = total < 0 ? "" : " of " + megabytes(total);
        String remaining = position < total && rate > 0
                ? ", %d s left".formatted(Math.round(Math.ceil((total - position) / rate)))
                : "";
        return "%s%s, %s/s%s".formatted(megabytes(position), whole, megabytes(rate), remaining);
    }

    static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_PER_MEGABYTE);
    }

    private void measureFrom(long bytes, long now) {
        position = bytes;
        baseline = bytes;
        baselineNanos = now;
    }
}
