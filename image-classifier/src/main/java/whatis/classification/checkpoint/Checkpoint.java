package whatis.classification.checkpoint;

import java.io.IOException;
import whatis.classification.image.Preprocessing;

/**
 * An image classifier in the Hugging Face layout, whatever its architecture: {@code config.json}, an image processor and
 * weights.
 *
 * @param files where all of them are
 * @param config {@code config.json}
 */
public record Checkpoint(CheckpointFiles files, JsonFields config) {

    /**
     * Reads the configuration.
     *
     * @throws CheckpointException if it is missing or damaged
     */
    public static Checkpoint open(CheckpointFiles files) throws IOException {
        return new Checkpoint(files, JsonFiles.config(files));
    }

    /**
     * Reads what is to be done with a picture before the network sees it.
     *
     * @param modelType the architecture, whose processor counts where no file names one
     * @throws CheckpointException if it is missing, damaged or asks for what can't be done exactly
     */
    public Preprocessing preprocessing(String modelType) throws IOException {
        return ProcessorConfig.read(files, modelType);
    }

    /**
     * Opens the weights.
     *
     * @param names how the architecture's tensors are called
     * @return to be closed; asked for by the names of transformers 4
     * @throws CheckpointException if they are missing, damaged or of a kind that isn't supported
     */
    public Weights weights(WeightNames names) throws IOException {
        return Weights.open(files, config).named(names);
    }

    /** Reads what the logits mean. */
    public ClassificationHead head() {
        return ClassificationHead.of(config);
    }
}
