package whatis.image;

/** Says that the bytes begin like none of the formats that are read. */
public final class UnsupportedImageFormatException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    UnsupportedImageFormatException() {
        super("This is not an image in one of the accepted formats: " + ImageFormat.titles() + ".");
    }
}
