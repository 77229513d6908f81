package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens the files of one checkpoint by name. Safe for use by many threads. */
public interface CheckpointFiles {

    /**
     * Opens a file such as {@code config.json} for reading; the caller closes it.
     *
     * @throws NoSuchFileException if the checkpoint has no such file
     */
    SeekableByteChannel open(String name) throws IOException;

    /** Tells where the checkpoint comes from, for messages. */
    String origin();

    /** Returns a file's name together with where it comes from, for messages. */
    default String describe(String name) {
        return name + " of " + origin();
    }

    /** Tells whether there is a file of this name. */
    default boolean has(String name) throws IOException {
        try (SeekableByteChannel channel = open(name)) {
            return channel.isOpen();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Reads from a folder, which messages name as it is given here. */
    static CheckpointFiles inFolder(Path folder) {
        return new FolderFiles(folder, folder.toString());
    }

    /** Reads from a folder that messages shall not name, such as one inside a cache. */
    static CheckpointFiles inFolder(Path folder, String origin) {
        return new FolderFiles(folder, origin);
    }

    /**
     * Reads resources into memory, each time one is opened; works from plain and from nested jars.
     *
     * @param resourceFolder such as {@code whatis/startermodel}
     */
    static CheckpointFiles onClasspath(ClassLoader loader, String resourceFolder) {
        return new ClasspathFiles(loader, resourceFolder);
    }
}
