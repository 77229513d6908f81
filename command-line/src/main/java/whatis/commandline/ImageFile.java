package whatis.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file to classify.
 *
 * @param path the file, relative if the user named it so
 * @param problem why there is nothing to classify, if that shows before reading it
 */
record ImageFile(Path path, @Nullable Failure problem) {

    private static final int LARGEST_MIB = 100;
    private static final int LARGEST = LARGEST_MIB << 20;
    private static final int SIGNATURE_LENGTH = 18;

    /** Finds what the user named: files as they are, and the images in folders. */
    static List<ImageFile> find(List<Path> named) {
        return named.stream()
                .flatMap(path -> Files.isDirectory(path) ? ImageFolder.images(path).stream() : Stream.of(at(path)))
                .toList();
    }

    private static ImageFile at(Path path) {
        try {
            path.getFileSystem().provider().checkAccess(path, AccessMode.READ);
            return new ImageFile(path, null);
        } catch (IOException e) {
            return new ImageFile(path, Failure.of(e));
        }
    }

    /** Reads the file, at most 100 MiB of it: what is named may be a device that never ends. */
    byte[] read() throws IOException {
        if (Files.size(path) <= LARGEST) {
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length <= LARGEST) {
                    return bytes;
                }
            }
        }
        throw new IOException("larger than " + LARGEST_MIB + " MiB");
    }

    /** Tells whether the file begins as a JPEG, PNG, GIF, BMP, WebP or TIFF does. */
    static boolean looksLikeImage(Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(SIGNATURE_LENGTH);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ff\u00d8\u00ff")
                || text.startsWith("\u0089PNG\r\n\u001a\n")
                || text.startsWith("GIF8")
                || text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || (text.startsWith("RIFF") && text.startsWith("WEBP", 8))
                // The size of the header after BM is below 256 in all versions: no text has these zeros.
                || (text.startsWith("BM") && text.startsWith("\0\0\0", 15));
    }
}
