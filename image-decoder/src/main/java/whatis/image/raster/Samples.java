package whatis.image.raster;

/** What all readers do with single samples. */
public final class Samples {

    private static final int LOW_BITS = 0xff;

    private Samples() {}

    /** Returns whichever of 0 to 255 is next to a value; as a byte it is the same sample. */
    public static int clamp(int value) {
        return (value & ~LOW_BITS) == 0 ? value : ~value >> 31 & LOW_BITS;
    }
}
