package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens the files of one checkpoint by name. */
public interface CheckpointFiles {

    /**
     * Opens a file such as {@code config.json} for reading; the caller closes it.
     *
     * @throws NoSuchFileException if the checkpoint has no such file
     */
    SeekableByteChannel open(String name) throws IOException;

    /** Tells where the checkpoint comes from, for messages. */
    String origin();

    /** Returns the files of a folder. */
    static CheckpointFiles inFolder(Path folder) {
        return new CheckpointFiles() {
            @Override
            public SeekableByteChannel open(String name) throws IOException {
                return Files.newByteChannel(folder.resolve(name));
            }

            @Override
            public String origin() {
                return folder.toString();
            }
        };
    }
}
