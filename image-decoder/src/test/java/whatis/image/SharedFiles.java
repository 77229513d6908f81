package whatis.image;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The photographs and reference answers beside the project; tests that need them are skipped without. */
public final class SharedFiles {

    private static final Path FOLDER =
            Path.of("..", "..", "shared").toAbsolutePath().normalize();

    private SharedFiles() {}

    /** Returns a file or folder under {@code ../shared}, or skips the calling test where there is none. */
    public static Path path(String relative) {
        Path path = FOLDER.resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there");
        return path;
    }
}
