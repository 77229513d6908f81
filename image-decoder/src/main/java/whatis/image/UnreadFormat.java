package whatis.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Formats that people have pictures in, and that are not read. They are recognised by their first bytes, so that whoever
 * sends one learns what to do.
 */
enum UnreadFormat {
    AVIF("an AVIF image", MediaBrands::areAvif),
    HEIC("a HEIC image", MediaBrands::areHeic),
    JPEG_XL("a JPEG XL image", "\u00ff\n", "\0\0\0\fJXL \r\n\u0087\n"),
    JPEG_2000("a JPEG 2000 image", "\u00ffO\u00ffQ", "\0\0\0\fjP  \r\n\u0087\n"),
    PHOTOSHOP("a Photoshop document", "8BPS"),
    ICON("an icon", "\0\0\1\0"),
    SVG("an SVG drawing", SvgText::isSvg),
    PDF("a PDF document", "%PDF-"),
    CR3("a Canon RAW image", MediaBrands::areCanonRaw),
    CRW("a Canon RAW image", "II\32\0\0\0HEAPCCDR"),
    RAF("a Fujifilm RAW image", "FUJIFILMCCD-RAW"),
    RW2("a Panasonic RAW image", "IIU\0"),
    ORF("an Olympus RAW image", "IIRO", "IIRS", "MMOR"),
    MRW("a Minolta RAW image", "\0MRM"),
    X3F("a Sigma RAW image", "FOVb");

    private final String description;
    private final Predicate<byte[]> recognition;

    UnreadFormat(String description, Predicate<byte[]> recognition) {
        this.description = description;
        this.recognition = recognition;
    }

    /** @param signatures as {@link Signature} takes them */
    UnreadFormat(String description, String... signatures) {
        this(description, file -> Arrays.stream(signatures).anyMatch(signature -> Signature.matches(file, signature)));
    }

    static Optional<UnreadFormat> of(byte[] file) {
        return Arrays.stream(values())
                .filter(format -> format.recognition.test(file))
                .findFirst();
    }

    /** Returns what it is in words, with an article. */
    String description() {
        return description;
    }
}
