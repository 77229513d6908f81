package whatis.classification.image;

import java.time.Duration;
import java.util.Locale;

/** Says that an image of a known format is damaged, cut short, of an unknown variant or too expensive to decode. */
public final class UnreadableImageException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    private UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }

    private UnreadableImageException(String message) {
        super(message);
    }

    static UnreadableImageException damaged(ImageFormat format, Throwable cause) {
        return new UnreadableImageException(
                "The " + format.title() + " image is damaged, incomplete or of a variant that can't be read.", cause);
    }

    static UnreadableImageException overBudget(Duration budget) {
        return new UnreadableImageException(String.format(
                Locale.ROOT, "The image takes too long to decode; at most %,d ms are allowed.", budget.toMillis()));
    }

    static UnreadableImageException overMemory() {
        return new UnreadableImageException("The image takes far more memory to decode than its size explains.");
    }

    static UnreadableImageException tooManyScans(int scans, long maxScans) {
        return new UnreadableImageException(String.format(
                Locale.ROOT, "The image has %,d JPEG scans; at most %,d are accepted at its size.", scans, maxScans));
    }
}
