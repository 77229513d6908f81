package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of a checkpoint in a folder. */
record FolderFiles(Path folder, String origin) implements CheckpointFiles {

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        try {
            return Files.newByteChannel(folder.resolve(name));
        } catch (NoSuchFileException e) {
            // The original names the whole path, which may lie in a cache that the user never saw.
            throw new NoSuchFileException(name, null, "not in " + origin);
        }
    }
}
