package whatis.image;

import java.util.Locale;

/** Says that a picture declares more pixels than the limit, or takes more memory. None of them was decoded. */
public final class ImageTooLargeException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    private ImageTooLargeException(String message, Object... arguments) {
        super(String.format(Locale.ROOT, message, arguments));
    }

    static ImageTooLargeException ofPixels(long pixels, long maxPixels) {
        return new ImageTooLargeException("The image has %,d pixels; at most %,d are accepted.", pixels, maxPixels);
    }

    static ImageTooLargeException ofMemory(long bytes, long maxBytes) {
        return new ImageTooLargeException(
                "The image takes %,d MiB to decode; at most %,d MiB are available.", bytes >> 20, maxBytes >> 20);
    }
}
