package whatis.image.tiff;

import whatis.image.raster.UnsupportedVariantException;

/** The ways of compression that are read. */
enum Compression {
    NONE,
    CCITT_RUN_LENGTHS,
    GROUP_3,
    GROUP_4,
    LZW,
    JPEG,
    DEFLATE,
    PACK_BITS;

    /**
     * Finds a compression.
     *
     * @param code the value of the field
     * @throws UnsupportedVariantException if it is not read
     */
    static Compression of(long code) {
        return switch ((int) Math.min(Math.max(code, 0), Integer.MAX_VALUE)) {
            case 1 -> NONE;
            case 2 -> CCITT_RUN_LENGTHS;
            case 3 -> GROUP_3;
            case 4 -> GROUP_4;
            case 5 -> LZW;
            case 7 -> JPEG;
            case 8, 32946 -> DEFLATE;
            case 32773 -> PACK_BITS;
            default -> throw new UnsupportedVariantException(nameOfUnread(code));
        };
    }

    private static String nameOfUnread(long code) {
        return switch ((int) code) {
            case 6 -> "JPEG compression of the old style";
            case 9, 10, 34661 -> "JBIG compression";
            case 32766 -> "NeXT compression";
            case 32771 -> "CCITT compression aligned to words";
            case 32809 -> "ThunderScan compression";
            case 32908, 32909 -> "Pixar compression";
            case 33003, 33004, 33005, 34712 -> "JPEG 2000 compression";
            case 34676, 34677 -> "SGI LogLuv compression";
            case 34887 -> "LERC compression";
            case 34925 -> "LZMA compression";
            case 50000 -> "Zstandard (zstd) compression";
            case 50001 -> "WebP compression";
            case 50002, 52546 -> "JPEG XL compression";
            default -> "compression " + code;
        };
    }

    /** Tells whether samples may be stored as differences. */
    boolean takesPredictor() {
        return this == LZW || this == DEFLATE;
    }

    /** Tells whether a row consists of runs of black and white. */
    boolean isFax() {
        return this == CCITT_RUN_LENGTHS || this == GROUP_3 || this == GROUP_4;
    }
}
