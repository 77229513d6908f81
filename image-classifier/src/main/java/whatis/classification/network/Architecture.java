package whatis.classification.network;

import java.io.IOException;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.ClassificationHead;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.WeightNames;
import whatis.classification.image.Preprocessing;
import whatis.image.raster.ImageSize;

/** A family of networks: what its checkpoints' {@code config.json} means, how their tensors are called, what they compute. */
interface Architecture {

    /** Returns what {@code model_type} in {@code config.json} calls it. */
    String modelType();

    /** Returns how checkpoints call its tensors. {@link Forward} asks by the names of transformers 4. */
    WeightNames names();

    /**
     * Reads what is to be done with a picture before the network sees it.
     *
     * @throws CheckpointException if it is missing, damaged or asks for what can't be done exactly
     */
    default Preprocessing preprocessing(Checkpoint checkpoint) throws IOException {
        return checkpoint.preprocessing(modelType());
    }

    /**
     * Reads what the logits mean.
     *
     * @throws CheckpointException if it makes no sense
     */
    default ClassificationHead head(Checkpoint checkpoint) {
        return checkpoint.head();
    }

    /**
     * Reads the configuration.
     *
     * @param input the size of the pictures that the image processor makes
     * @param labels how many logits the network has
     * @throws CheckpointException if the configuration makes no sense or asks for what isn't supported
     */
    Forward forward(JsonFields config, ImageSize input, int labels);

    /** What a network of known dimensions computes. */
    interface Forward {

        /**
         * Builds the graph from {@link Graph#pixels} to logits, {@code [labels]} in fp32.
         *
         * @throws CheckpointException if a tensor is missing or has another shape
         */
        Value logits(Graph graph, Layers layers);
    }
}
