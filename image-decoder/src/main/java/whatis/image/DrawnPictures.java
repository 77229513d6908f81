package whatis.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Small pictures for {@link ImageDecoder#drawnPictures}; {@code src/test/python/draw_warm_up.py} draws them. */
final class DrawnPictures {

    /** In the order in which people have such files, so that what comes first is compiled first. */
    private static final List<String> FILES =
            List.of("baseline.jpg", "progressive.jpg", "truecolour.png", "lossy.webp", "full-colour.jpg");

    private DrawnPictures() {}

    static List<byte[]> read() {
        return FILES.stream().map(DrawnPictures::read).toList();
    }

    private static byte[] read(String file) {
        try (InputStream resource = DrawnPictures.class.getResourceAsStream("drawn/" + file)) {
            return Objects.requireNonNull(resource, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
