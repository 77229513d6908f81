package whatis.image;

/** Says that the bytes begin like none of the formats that are read, and which they are of if that is known. */
public final class UnsupportedImageFormatException extends ImageRejectedException {

    private static final long serialVersionUID = 1L;

    UnsupportedImageFormatException() {
        super("This is not an image in one of the accepted formats: " + ImageFormat.titles() + ".");
    }

    UnsupportedImageFormatException(UnreadFormat format) {
        super("This is " + format.description() + ", which is not read; save or export it as JPEG.");
    }
}
