package whatis.image.tiff;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a directory that count here. */
enum Tag {
    NEW_SUBFILE_TYPE(254),
    IMAGE_WIDTH(256),
    IMAGE_LENGTH(257),
    BITS_PER_SAMPLE(258),
    COMPRESSION(259),
    PHOTOMETRIC_INTERPRETATION(262),
    FILL_ORDER(266),
    MAKE(271),
    STRIP_OFFSETS(273),
    ORIENTATION(274),
    SAMPLES_PER_PIXEL(277),
    ROWS_PER_STRIP(278),
    STRIP_BYTE_COUNTS(279),
    PLANAR_CONFIGURATION(284),
    T4_OPTIONS(292),
    PREDICTOR(317),
    COLOR_MAP(320),
    TILE_WIDTH(322),
    TILE_LENGTH(323),
    TILE_OFFSETS(324),
    TILE_BYTE_COUNTS(325),
    SUB_IFDS(330),
    EXTRA_SAMPLES(338),
    SAMPLE_FORMAT(339),
    JPEG_TABLES(347),
    YCBCR_COEFFICIENTS(529),
    YCBCR_SUBSAMPLING(530),
    REFERENCE_BLACK_WHITE(532),
    XMP(700),
    DNG_VERSION(50706);

    private static final Map<Integer, Tag> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(tag -> tag.code, Function.identity()));

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    static @Nullable Tag of(int code) {
        return BY_CODE.get(code);
    }
}
