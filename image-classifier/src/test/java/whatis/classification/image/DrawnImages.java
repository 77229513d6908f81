package whatis.classification.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** One drawn scene in all the ways of the formats that matter. */
final class DrawnImages {

    /** At least one file of each format and of each way to compress that it has. */
    static final List<String> ONE_OF_EACH_KIND = List.of(
            "baseline.jpg",
            "progressive.jpg",
            "cmyk.jpg",
            "orientation-6.jpg",
            "rgb.png",
            "palette-transparent.png",
            "orientation-6.png",
            "animated.gif",
            "palette.bmp",
            "rgba.bmp",
            "lossy.webp",
            "lossless.webp",
            "animated.webp",
            "lzw.tif",
            "packbits.tif",
            "group4.tif",
            "orientation-6.tif");

    private DrawnImages() {}

    static byte[] read(String name) {
        return resource("formats/" + name);
    }

    static byte[] resource(String name) {
        try (InputStream resource = DrawnImages.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
