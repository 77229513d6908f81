package whatis.classification.checkpoint;

import java.util.List;

/**
 * Weights in a form that is never read.
 *
 * @param file where they lie
 * @param advice what they are and how to come by weights that are read
 */
record ForeignWeights(String file, String advice) {

    private static final String PICKLE = "a pickle, which can run code and is never read: take a revision that holds"
            + " safetensors (the hub's converter leaves them in a pull request, owner/name@refs/pr/N), or load the"
            + " model with transformers and save it again with save_pretrained";

    private static final String CONVERSION =
            ": load it with transformers 4 (%s) and save it again with save_pretrained";

    /** The ones that people have, the easiest to convert first. */
    static final List<ForeignWeights> KNOWN = List.of(
            new ForeignWeights(
                    "model.fp16.safetensors",
                    "a variant: name it in config.json as transformers_weights, or rename it to model.safetensors"),
            new ForeignWeights("pytorch_model.bin", PICKLE),
            new ForeignWeights("pytorch_model.bin.index.json", "the index of " + PICKLE),
            new ForeignWeights(
                    "adapter_model.safetensors",
                    "a PEFT adapter: merge it into its model (merge_and_unload) and save that with save_pretrained"),
            new ForeignWeights("tf_model.h5", "for TensorFlow" + CONVERSION.formatted("from_tf=True")),
            new ForeignWeights("flax_model.msgpack", "for Flax" + CONVERSION.formatted("from_flax=True")),
            new ForeignWeights(
                    "model.onnx", "a graph for ONNX Runtime: take the transformers checkpoint that it was made from"),
            new ForeignWeights(
                    "onnx/model.onnx",
                    "a graph for ONNX Runtime: take the transformers checkpoint that it was made from"));
}
