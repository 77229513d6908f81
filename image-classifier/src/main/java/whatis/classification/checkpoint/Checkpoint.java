package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import whatis.classification.image.Preprocessing;

/**
 * An image classifier in the Hugging Face layout, whatever its architecture: {@code config.json}, an image processor and
 * weights.
 *
 * @param files where all of them are
 * @param config {@code config.json}
 */
public record Checkpoint(CheckpointFiles files, JsonFields config) {

    private static final String CONFIG = "config.json";
    private static final String PREPROCESSOR_CONFIG = "preprocessor_config.json";
    private static final long MAX_JSON_LENGTH = 16 << 20;
    private static final int MAX_LABELS = 65_536;

    /**
     * Reads the configuration.
     *
     * @throws CheckpointException if it is missing or damaged
     */
    public static Checkpoint open(CheckpointFiles files) throws IOException {
        JsonFields config = json(files, CONFIG)
                .orElseThrow(
                        () -> new CheckpointException("%s is missing; choose a checkpoint in the Hugging Face layout"
                                .formatted(name(files, CONFIG))));
        return new Checkpoint(files, config);
    }

    /**
     * Reads what is to be done with a picture before the network sees it.
     *
     * @throws CheckpointException if it is damaged or asks for what isn't supported
     */
    public Preprocessing preprocessing() throws IOException {
        return json(files, PREPROCESSOR_CONFIG).map(PreprocessorConfig::of).orElseGet(PreprocessorConfig::defaults);
    }

    /**
     * Opens the weights.
     *
     * @return to be closed
     * @throws CheckpointException if they are missing, damaged or of a kind that isn't supported
     */
    public Weights weights() throws IOException {
        return Weights.open(files, config);
    }

    /** Returns a label for each logit. */
    public List<String> labels() {
        List<String> labels = config.numberedStrings("id2label").orElseGet(() -> {
            int count = config.within("num_labels", 2, MAX_LABELS);
            return IntStream.range(0, count).mapToObj(i -> "LABEL_" + i).toList();
        });
        if (labels.isEmpty() || labels.size() > MAX_LABELS) {
            throw config.refusal("id2label has %d labels, not between 1 and %d".formatted(labels.size(), MAX_LABELS));
        }
        return labels;
    }

    private static Optional<JsonFields> json(CheckpointFiles files, String file) throws IOException {
        try (SeekableByteChannel channel = files.open(file)) {
            if (channel.size() > MAX_JSON_LENGTH) {
                throw new CheckpointException("%s has %d bytes, more than the %d that are read"
                        .formatted(name(files, file), channel.size(), MAX_JSON_LENGTH));
            }
            return Optional.of(JsonFields.parse(name(files, file), Channels.newInputStream(channel)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String name(CheckpointFiles files, String file) {
        return file + " of " + files.origin();
    }
}
