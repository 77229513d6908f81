package whatis.image.raster;

/** Says what is wrong with encoded bytes. */
public final class MalformedImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedImageException(String message) {
        super(message);
    }
}
