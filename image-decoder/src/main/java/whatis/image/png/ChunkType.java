package whatis.image.png;

/** The types of chunks that matter here, as big-endian numbers of four letters, and how much they hold at least. */
final class ChunkType {

    static final int IHDR = 0x49484452;
    static final int PLTE = 0x504c5445;
    static final int IDAT = 0x49444154;
    static final int IEND = 0x49454e44;
    static final int TRNS = 0x74524e53;
    static final int ICCP = 0x69434350;
    static final int TEXT = 0x74455874;
    static final int ZTXT = 0x7a545874;
    static final int ITXT = 0x69545874;
    static final int EXIF = 0x65584966;

    /** Frame data of APNG, a number before those of an IDAT. */
    static final int FDAT = 0x66644154;

    static final int ACTL = 0x6163544c;
    static final int FCTL = 0x6663544c;

    /** What Pillow takes for more of an IDAT. */
    static final int DDAT = 0x44444154;

    private static final int GAMA = 0x67414d41;
    private static final int CHRM = 0x6348524d;
    private static final int SRGB = 0x73524742;
    private static final int PHYS = 0x70485973;

    private ChunkType() {}

    /** Tells whether such a chunk goes on with the picture's data after others of them. */
    static boolean isData(int type) {
        return type == IDAT || type == DDAT || type == FDAT;
    }

    /** Returns how many bytes Pillow wants at least. */
    static int minimalLength(int type) {
        return switch (type) {
            case IHDR -> 13;
            case GAMA -> 4;
            case CHRM -> 32;
            case SRGB -> 1;
            case PHYS -> 9;
            case ACTL -> 8;
            case FCTL -> 26;
            default -> 0;
        };
    }
}
