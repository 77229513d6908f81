package whatis.classification.checkpoint;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** The few files of a checkpoint that a test needs, in memory. */
public record FilesInMemory(Map<String, byte[]> contents) implements CheckpointFiles {

    FilesInMemory(String name, byte[] content) {
        this(Map.of(name, content));
    }

    @Override
    public SeekableByteChannel open(String name) throws NoSuchFileException {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayChannel(content);
    }

    @Override
    public String origin() {
        return "here";
    }
}
