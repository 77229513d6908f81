package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reads the JSON files of a checkpoint. */
public final class JsonFiles {

    private static final String CONFIG = "config.json";
    private static final long MAX_LENGTH = 16 << 20;

    private JsonFiles() {}

    /**
     * Reads {@code config.json}.
     *
     * @throws CheckpointException if it is missing or not a JSON object
     */
    public static JsonFields config(CheckpointFiles files) throws IOException {
        Optional<JsonFields> config = read(files, CONFIG);
        if (config.isPresent()) {
            return config.get();
        }
        throw new CheckpointException("%s is missing; %s"
                .formatted(
                        files.describe(CONFIG),
                        files.has("adapter_config.json")
                                ? "adapter_config.json, which is there, belongs to a PEFT adapter: merge it into its"
                                        + " model (merge_and_unload) and save that"
                                : "choose a checkpoint in the Hugging Face layout"));
    }

    /**
     * Reads one of the files, if it is there.
     *
     * @throws CheckpointException if it is too large or not a JSON object
     */
    public static Optional<JsonFields> read(CheckpointFiles files, String file) throws IOException {
        try (SeekableByteChannel channel = files.open(file)) {
            if (channel.size() > MAX_LENGTH) {
                throw new CheckpointException("%s has %d bytes, more than the %d that are read"
                        .formatted(files.describe(file), channel.size(), MAX_LENGTH));
            }
            return Optional.of(JsonFields.parse(files.describe(file), Channels.newInputStream(channel)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
