package whatis.image;

import java.util.Locale;

/** Says that a picture declares more pixels than the limit, takes more memory, or would become too long. Nothing was decoded. */
public final class ImageTooLargeException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    private ImageTooLargeException(String message, Object... arguments) {
        super(String.format(Locale.ROOT, message, arguments));
    }

    static ImageTooLargeException ofPixels(long pixels, long maxPixels) {
        return new ImageTooLargeException("The image has %,d pixels; at most %,d are accepted.", pixels, maxPixels);
    }

    /** Tells of a picture so long and thin that an edge would be longer than a picture can be. */
    public static ImageTooLargeException resized(double pixels) {
        return new ImageTooLargeException(
                "Resized for this checkpoint, the image would be %,.0f pixels long; at most %,d are possible.",
                pixels, Integer.MAX_VALUE);
    }

    static ImageTooLargeException ofMemory(long bytes, long maxBytes) {
        return new ImageTooLargeException(
                "The image takes %,d MiB to decode; at most %,d MiB are available.", bytes >> 20, maxBytes >> 20);
    }
}
