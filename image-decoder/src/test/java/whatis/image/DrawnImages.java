package whatis.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** One drawn scene in all the ways of the formats that matter. */
public final class DrawnImages {

    private DrawnImages() {}

    /** Returns a file of the folder {@code formats}. */
    public static byte[] read(String name) {
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
