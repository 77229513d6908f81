package whatis.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/** Small pictures that are decoded for the JVM's compilers; {@code src/test/python/draw_warm_up.py} draws them. */
final class DrawnPictures {

    /** In the order in which people have such files, so that what comes first is compiled first. */
    private static final List<String> FILES =
            List.of("baseline.jpg", "progressive.jpg", "truecolour.png", "lossy.webp", "full-colour.jpg");

    /** After as many, HotSpot has handed every loop to its optimising compiler. */
    private static final int ROUNDS = 12;

    private static final ImageSize TARGET = new ImageSize(224, 224);

    private DrawnPictures() {}

    static void decode() {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        for (String file : FILES) {
            byte[] encoded = read(file);
            for (int round = 0; round < ROUNDS; round++) {
                decoder.resize(encoded, TARGET, ResamplingFilter.BILINEAR);
            }
        }
    }

    private static byte[] read(String file) {
        try (InputStream resource = DrawnPictures.class.getResourceAsStream("drawn/" + file)) {
            return Objects.requireNonNull(resource, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
