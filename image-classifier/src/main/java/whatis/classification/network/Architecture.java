package whatis.classification.network;

import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Size;
import whatis.classification.checkpoint.WeightNames;

/** A family of networks: what its checkpoints' {@code config.json} means, how their tensors are called, what they compute. */
interface Architecture {

    /** Returns what {@code model_type} in {@code config.json} calls it. */
    String modelType();

    /** Returns how checkpoints call its tensors. {@link Forward} asks by the names of transformers 4. */
    WeightNames names();

    /**
     * Reads the configuration.
     *
     * @param input the size of the pictures that the image processor makes
     * @param labels how many logits the network has
     * @throws CheckpointException if the configuration makes no sense or asks for what isn't supported
     */
    Forward forward(JsonFields config, Size input, int labels);

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
