package whatis.image.raster;

/** Names the variant of a format that is not read, as in "arithmetic coding". */
public final class UnsupportedVariantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedVariantException(String variant) {
        super(variant);
    }
}
