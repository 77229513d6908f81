package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of a checkpoint in a folder. */
record FolderFiles(Path folder, String origin) implements CheckpointFiles {

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        // Other messages name the whole path, which may lie in a cache that the user never saw.
        try {
            Path file = folder.resolve(name);
            if (!Files.isDirectory(file)) {
                return Files.newByteChannel(file);
            }
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(describe(name), null, "access denied");
        } catch (NoSuchFileException | InvalidPathException e) {
            // As a folder of that name, or one that the system can't spell.
        }
        throw new NoSuchFileException(name, null, "not in " + origin);
    }
}
