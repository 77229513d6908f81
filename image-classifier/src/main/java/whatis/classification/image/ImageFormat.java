package whatis.classification.image;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import javax.imageio.spi.ImageReaderSpi;

/** The formats that are read, recognised by their first bytes. */
enum ImageFormat {
    JPEG("JPEG", JpegContainer::new, "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi", "\u00ff\u00d8\u00ff"),
    PNG("PNG", PngContainer::new, "com.sun.imageio.plugins.png.PNGImageReaderSpi", "\u0089PNG\r\n\u001a\n"),
    GIF("GIF", GifContainer::new, "com.sun.imageio.plugins.gif.GIFImageReaderSpi", "GIF87a", "GIF89a"),
    BMP("BMP", BmpContainer::new, "com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi", "BM"),
    WEBP("WebP", WebPContainer::new, "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi", "RIFF????WEBP"),
    TIFF("TIFF", TiffContainer::new, "com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi", "II*\0", "MM\0*");

    private final String title;
    private final Function<byte[], ImageContainer> container;
    private final String reader;
    private final String[] signatures;

    /**
     * @param reader the class of the ImageIO plug-in whose pixels are known to be right
     * @param signatures first bytes as ISO 8859-1 characters; a question mark stands for any byte
     */
    ImageFormat(String title, Function<byte[], ImageContainer> container, String reader, String... signatures) {
        this.title = title;
        this.container = container;
        this.reader = reader;
        this.signatures = signatures;
    }

    /** @throws UnsupportedImageFormatException if the bytes begin like none of the formats */
    static ImageFormat of(byte[] encoded) {
        for (ImageFormat format : values()) {
            for (String signature : format.signatures) {
                if (matches(encoded, signature)) {
                    return format;
                }
            }
        }
        throw new UnsupportedImageFormatException();
    }

    private static boolean matches(byte[] encoded, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (encoded.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] != '?' && expected[i] != encoded[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the name as people write it, which ImageIO knows its readers by, too. */
    String title() {
        return title;
    }

    /** Tells whether this plug-in is the one that reads the format here, whatever else is on the class path. */
    boolean isReadBy(ImageReaderSpi plugin) {
        return plugin.getClass().getName().equals(reader);
    }

    ImageContainer open(byte[] encoded) {
        return container.apply(encoded);
    }
}
