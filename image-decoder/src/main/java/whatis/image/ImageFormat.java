package whatis.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatis.image.jpeg.JpegImage;
import whatis.image.raster.RowSource;

/** The formats that are read, recognised by their first bytes. */
public enum ImageFormat {
    JPEG("JPEG", "\u00ff\u00d8\u00ff", JpegImage::open);

    private final String title;
    private final byte[] signature;
    private final Function<byte[], RowSource> opener;

    /** @param signature first bytes as ISO 8859-1 characters */
    ImageFormat(String title, String signature, Function<byte[], RowSource> opener) {
        this.title = title;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
        this.opener = opener;
    }

    /** @throws UnsupportedImageFormatException if the bytes begin like none of the formats */
    static ImageFormat of(byte[] encoded) {
        for (ImageFormat format : values()) {
            int length = format.signature.length;
            if (encoded.length >= length && Arrays.equals(encoded, 0, length, format.signature, 0, length)) {
                return format;
            }
        }
        throw new UnsupportedImageFormatException();
    }

    /** Returns the names of all formats as a list for people. */
    static String titles() {
        return Arrays.stream(values()).map(ImageFormat::title).collect(Collectors.joining(", "));
    }

    /** Returns the name as people write it. */
    public String title() {
        return title;
    }

    /** Reads the header. */
    RowSource open(byte[] encoded) {
        return opener.apply(encoded);
    }
}
