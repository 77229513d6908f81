package whatis.image.tiff;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import whatis.image.raster.UnsupportedVariantException;

/**
 * Recognises what cameras store instead of pictures: samples of the sensor, in files that are built like TIFF. What such a
 * file shows as its first picture is at best a small preview.
 */
final class CameraRaw {

    private static final String CANON = "CR";
    private static final int CANON_AT = 8;

    /** Those of Sony, Epson, Samsung, Nikon, DNG's lossy JPEG, Kodak and Pentax. */
    private static final Set<Long> COMPRESSIONS = Set.of(32767L, 32769L, 32770L, 34713L, 34892L, 65000L, 65535L);

    /** A colour filter array, and what is left of one. */
    private static final Set<Long> PHOTOMETRIC_INTERPRETATIONS = Set.of(32803L, 34892L);

    private CameraRaw() {}

    /**
     * Refuses a camera's file.
     *
     * @throws UnsupportedVariantException if the first directory belongs to a sensor's samples, or to their preview
     */
    static void refuse(byte[] file, Directory directory) {
        boolean preview = directory.number(Tag.NEW_SUBFILE_TYPE, 0) == 1
                && directory.has(Tag.SUB_IFDS)
                && directory.has(Tag.MAKE);
        if (preview
                || isCanons(file)
                || directory.has(Tag.DNG_VERSION)
                || COMPRESSIONS.contains(directory.number(Tag.COMPRESSION, 1))
                || PHOTOMETRIC_INTERPRETATIONS.contains(directory.number(Tag.PHOTOMETRIC_INTERPRETATION, 0))) {
            throw new UnsupportedVariantException("camera RAW; export the picture as JPEG");
        }
    }

    private static boolean isCanons(byte[] file) {
        int end = CANON_AT + CANON.length();
        return file.length >= end
                && new String(file, CANON_AT, CANON.length(), StandardCharsets.ISO_8859_1).equals(CANON);
    }
}
