package whatis.classification.image;

import java.time.Duration;

/**
 * What one image may cost.
 *
 * @param maxPixels the most pixels that an image may declare, 1 to 700 million; decoding takes three to about twelve bytes
 *     for each
 * @param decodeBudget the longest that a thread may work on header and pixels, more than zero; waiting for a processor
 *     does not count. It is checked where a reader asks for more bytes, so one that has them all may overrun it
 */
public record ImageLimits(long maxPixels, Duration decodeBudget) {

    /** Accepts 50 million pixels, more than today's telephones take, and two seconds. */
    public static final ImageLimits DEFAULT = new ImageLimits(50_000_000, Duration.ofSeconds(2));

    /** How many scans the common encoders give a progressive JPEG. */
    private static final int USUAL_SCANS = 10;

    private static final long MAX_PIXELS_OF_AN_ARRAY = 700_000_000;

    public ImageLimits {
        if (maxPixels < 1 || maxPixels > MAX_PIXELS_OF_AN_ARRAY) {
            throw new IllegalArgumentException("maxPixels not in [1, " + MAX_PIXELS_OF_AN_ARRAY + "]: " + maxPixels);
        }
        if (decodeBudget.isNegative() || decodeBudget.isZero()) {
            throw new IllegalArgumentException("decodeBudget not above zero: " + decodeBudget);
        }
    }

    /** Refuses more pixels than the limit. */
    void check(ImageSize size) {
        if (size.pixels() > maxPixels) {
            throw new ImageTooLargeException(size, maxPixels);
        }
    }

    /**
     * Refuses more JPEG scans than are allowed, or than are affordable: each goes over all pixels, and all together may
     * cost no more than the usual ones of the largest image.
     */
    void checkScans(int scans, ImageSize size, int allowed) {
        long affordable = USUAL_SCANS * maxPixels / size.pixels();
        if (scans > Math.min(affordable, allowed)) {
            throw UnreadableImageException.tooManyScans(scans, Math.min(affordable, allowed));
        }
    }
}
