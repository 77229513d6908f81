package whatis.classification.image;

import java.util.Locale;

/** Says that an image declares more pixels than the limit. None of them was decoded. */
public final class ImageTooLargeException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    ImageTooLargeException(ImageSize size, long maxPixels) {
        super(String.format(
                Locale.ROOT, "The image has %,d pixels; at most %,d are accepted.", size.pixels(), maxPixels));
    }
}
