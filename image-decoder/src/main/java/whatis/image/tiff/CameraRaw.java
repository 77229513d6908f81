package whatis.image.tiff;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import whatis.image.raster.UnsupportedVariantException;

/**
 * Recognises what cameras store instead of pictures: samples of the sensor, in files that are built like TIFF. What such a
 * file shows as its first picture is at best a small preview.
 */
final class CameraRaw {

    /** The first bytes of Olympus' and Panasonic's files, and where Canon's have a mark of their own. */
    private static final Set<String> SIGNATURES = Set.of("IIRO", "IIRS", "MMOR", "IIU\0");

    private static final String CANON = "CR";
    private static final int CANON_AT = 8;

    /** Samsung's, Sony's, Nikon's, Kodak's, DNG's lossy JPEG, and Pentax'. */
    private static final Set<Long> COMPRESSIONS = Set.of(32767L, 32769L, 32770L, 34713L, 34892L, 65000L, 65535L);

    /** A colour filter array, and the sensor's samples where no filter is left. */
    private static final Set<Long> PHOTOMETRIC_INTERPRETATIONS = Set.of(32803L, 34892L);

    private CameraRaw() {}

    /** Refuses files that begin unlike TIFF. */
    static void refuseSignature(byte[] file) {
        if (SIGNATURES.contains(text(file, 0, 4))
                || text(file, CANON_AT, CANON.length()).equals(CANON)) {
            throw refusal();
        }
    }

    /** Refuses files whose first directory belongs to a sensor's samples, or to their preview. */
    static void refuse(Directory directory) {
        boolean preview = directory.number(Tag.NEW_SUBFILE_TYPE, 0) == 1
                && directory.has(Tag.SUB_IFDS)
                && directory.has(Tag.MAKE);
        if (preview
                || directory.has(Tag.DNG_VERSION)
                || COMPRESSIONS.contains(directory.number(Tag.COMPRESSION, 1))
                || PHOTOMETRIC_INTERPRETATIONS.contains(directory.number(Tag.PHOTOMETRIC_INTERPRETATION, 0))) {
            throw refusal();
        }
    }

    private static String text(byte[] file, int from, int length) {
        return file.length < from + length ? "" : new String(file, from, length, StandardCharsets.ISO_8859_1);
    }

    private static UnsupportedVariantException refusal() {
        return new UnsupportedVariantException("camera RAW; export the picture as JPEG");
    }
}
