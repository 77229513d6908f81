package whatis.image;

import java.time.Duration;
import java.util.Locale;
import whatis.image.raster.UnsupportedVariantException;

/** Says that a picture of a known format is damaged, cut short, of a variant that is not read or too expensive to decode. */
public final class UnreadableImageException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    private UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean namesWhatIsNotRead() {
        return getCause() instanceof UnsupportedVariantException;
    }

    static UnreadableImageException damaged(ImageFormat format, Throwable cause) {
        return new UnreadableImageException("The " + format.title() + " image is damaged or incomplete.", cause);
    }

    static UnreadableImageException unsupported(ImageFormat format, UnsupportedVariantException cause) {
        return new UnreadableImageException(
                "The " + format.title() + " image is of a variant that can't be read: " + cause.getMessage() + ".",
                cause);
    }

    static UnreadableImageException overBudget(Duration budget, Throwable cause) {
        return new UnreadableImageException(
                String.format(
                        Locale.ROOT,
                        "The image takes too long to decode; at most %,d ms are allowed.",
                        budget.toMillis()),
                cause);
    }
}
