package whatis.image;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatis.image.bmp.BmpImage;
import whatis.image.gif.GifImage;
import whatis.image.jpeg.JpegImage;
import whatis.image.png.PngImage;
import whatis.image.raster.RowSource;
import whatis.image.tiff.TiffImage;
import whatis.image.webp.WebpImage;

/** The formats that are read, recognised by their first bytes. */
public enum ImageFormat {
    JPEG("JPEG", JpegImage::open, "\u00ff\u00d8\u00ff"),
    PNG("PNG", PngImage::open, "\u0089PNG\r\n\u001a\n"),
    GIF("GIF", GifImage::open, "GIF87a", "GIF89a"),
    BMP("BMP", BmpImage::open, "BM"),
    WEBP("WebP", WebpImage::open, "RIFF????WEBP"),
    /** BigTIFF included, and either version in the wrong byte order. */
    TIFF("TIFF", TiffImage::open, "II*\0", "MM\0*", "II+\0", "MM\0+", "II\0*", "MM*\0");

    private final String title;
    private final Function<byte[], RowSource> opener;
    private final String[] signatures;

    /** @param signatures first bytes as ISO 8859-1 characters; a question mark stands for any byte */
    ImageFormat(String title, Function<byte[], RowSource> opener, String... signatures) {
        this.title = title;
        this.opener = opener;
        this.signatures = signatures;
    }

    /** @throws UnsupportedImageFormatException if the bytes begin like none of the formats */
    static ImageFormat of(byte[] encoded) {
        for (ImageFormat format : values()) {
            for (String signature : format.signatures) {
                if (Signature.matches(encoded, signature)) {
                    return format;
                }
            }
        }
        throw UnreadFormat.of(encoded)
                .map(UnsupportedImageFormatException::new)
                .orElseGet(UnsupportedImageFormatException::new);
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
