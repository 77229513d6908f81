package whatis.classification.image;

import java.time.Duration;

/**
 * What images may cost.
 *
 * @param maxPixels the most pixels that an image may declare, 1 to 700 million
 * @param decodeBudget the longest that a thread may work on an image, from its header to the model's input, more than
 *     zero; waiting for a processor does not count. It is checked in steps of some tenths of a second at most
 * @param maxMemory the most bytes that images may take while they are prepared, by what their headers declare, more than
 *     zero: three to about fourteen for each pixel. An image that takes more alone is refused; a caller
 *     that prepares several at a time lets those wait that would take more together
 */
public record ImageLimits(long maxPixels, Duration decodeBudget, long maxMemory) {

    /**
     * Accepts 50 million pixels, more than today's telephones take, two seconds, and three fifths of the heap: arrays this
     * large need room of their own in the old generation, and what is encoded is kept beside them.
     */
    public static final ImageLimits DEFAULT = new ImageLimits(
            50_000_000, Duration.ofSeconds(2), Runtime.getRuntime().maxMemory() / 5 * 3);

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
        if (maxMemory < 1) {
            throw new IllegalArgumentException("maxMemory not above zero: " + maxMemory);
        }
    }

    /** Refuses more pixels than the limit. */
    void check(ImageSize size) {
        if (size.pixels() > maxPixels) {
            throw ImageTooLargeException.ofPixels(size.pixels(), maxPixels);
        }
    }

    /** Refuses more memory than the limit. */
    void checkMemory(long bytes) {
        if (bytes > maxMemory) {
            throw ImageTooLargeException.ofMemory(bytes, maxMemory);
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
