package whatis.batch.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;
import whatis.batch.storage.Storage;

/** Files that are images each. */
public final class ImageFiles implements ImageSource {

    private static final int LARGEST_MIB = 100;
    private static final int LARGEST = LARGEST_MIB << 20;

    private final Storage storage;
    private final Iterator<FoundFile> files;

    public ImageFiles(Storage storage, List<FoundFile> files) {
        this.storage = storage;
        this.files = files.iterator();
    }

    @Override
    public @Nullable SourceImage next() {
        if (!files.hasNext()) {
            return null;
        }
        return image(storage, files.next());
    }

    /** Returns the image that a file is. */
    public static SourceImage image(Storage storage, FoundFile file) {
        return new SourceImage(file.path(), null, Math.max(0, file.bytes()), () -> read(storage, file));
    }

    private static byte[] read(Storage storage, FoundFile file) throws IOException {
        if (file.bytes() > LARGEST) {
            throw tooLarge();
        }
        Path path = new Path(file.path());
        try (FSDataInputStream in = storage.of(path).open(path)) {
            // The file may have grown since it was listed.
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw tooLarge();
            }
            return bytes;
        } catch (FileNotFoundException e) {
            throw new MissingImageException(
                    "file-missing", "There is no such file, or it may not be read, or its name isn't in UTF-8.");
        } catch (AccessControlException e) {
            throw new MissingImageException("file-missing", "The file may not be read: give access to it.");
        }
    }

    private static MissingImageException tooLarge() {
        return new MissingImageException("file-too-large", "The file is larger than " + LARGEST_MIB + " MiB.");
    }

    @Override
    public void close() {
        // No file is open between two images.
    }
}
