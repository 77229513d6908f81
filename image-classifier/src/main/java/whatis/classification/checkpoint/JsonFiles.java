package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reads the JSON files of a checkpoint. */
public final class JsonFiles {

    private static final long MAX_LENGTH = 16 << 20;

    private JsonFiles() {}

    /**
     * Reads one of the files, if it is there.
     *
     * @throws CheckpointException if it is too large or not a JSON object
     */
    public static Optional<JsonFields> read(CheckpointFiles files, String file) throws IOException {
        String name = file + " of " + files.origin();
        try (SeekableByteChannel channel = files.open(file)) {
            if (channel.size() > MAX_LENGTH) {
                throw new CheckpointException(
                        "%s has %d bytes, more than the %d that are read".formatted(name, channel.size(), MAX_LENGTH));
            }
            return Optional.of(JsonFields.parse(name, Channels.newInputStream(channel)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
