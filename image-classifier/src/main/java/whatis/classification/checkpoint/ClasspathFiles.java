package whatis.classification.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;

/** The files of a checkpoint among the resources of a class loader. */
record ClasspathFiles(ClassLoader loader, String resourceFolder) implements CheckpointFiles {

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        // A stream is all that every class loader gives: a nested jar has no path to open a channel on.
        try (InputStream resource = loader.getResourceAsStream(resourceFolder + "/" + name)) {
            if (resource == null) {
                throw new NoSuchFileException(name, null, "not in " + origin());
            }
            return new ByteArrayChannel(resource.readAllBytes());
        }
    }

    @Override
    public String origin() {
        return "classpath:" + resourceFolder;
    }
}
