package whatis.image;

import java.time.Duration;
import whatis.image.raster.ImageSize;

/**
 * What pictures may cost.
 *
 * @param maxPixels the most pixels that a picture may declare, 1 to 700 million
 * @param decodeBudget the longest that a thread may work on a picture, more than zero; waiting for a processor does not
 *     count. It is checked in steps of some milliseconds
 * @param maxMemory the most bytes that a picture may take by what its header declares, more than zero
 */
public record ImageLimits(long maxPixels, Duration decodeBudget, long maxMemory) {

    /** Accepts 50 million pixels, more than today's telephones take, two seconds, and three fifths of the heap. */
    public static final ImageLimits DEFAULT = new ImageLimits(
            50_000_000, Duration.ofSeconds(2), Runtime.getRuntime().maxMemory() / 5 * 3);

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

    /**
     * Refuses more memory than the limit.
     *
     * @throws ImageTooLargeException for more bytes
     */
    public void checkMemory(long bytes) {
        if (bytes > maxMemory) {
            throw ImageTooLargeException.ofMemory(bytes, maxMemory);
        }
    }
}
