package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A checkpoint with random weights, for tests that need one of a certain kind.
 *
 * @param dtype F32, F16 or BF16
 * @param seed of the weights
 * @param deviation of the weights
 */
public record TinyCheckpoint(VisionTransformerConfig config, String dtype, long seed, double deviation) {

    /** Takes weights of a size that keeps logits apart without saturating anything. */
    public TinyCheckpoint(VisionTransformerConfig config, String dtype, long seed) {
        this(config, dtype, seed, 0.2);
    }

    /** Returns a model with all dimensions different, so that a mix-up shows. */
    public static VisionTransformerConfig smallConfig(Architecture architecture) {
        List<String> labels = IntStream.range(0, 7).mapToObj(i -> "label " + i).toList();
        return new VisionTransformerConfig(architecture, 36, 2, 3, 80, Activation.GELU, 1e-6, 32, 40, 8, true, labels);
    }

    /** Writes the three files into a folder, which is created where it doesn't exist. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), configJson().toString());
        Files.writeString(
                folder.resolve("preprocessor_config.json"), """
                {"image_processor_type": "ViTImageProcessor", "size": {"height": %d, "width": %d}}
                """.formatted(config.imageHeight(), config.imageWidth()));
        tensors().write(folder.resolve("model.safetensors"));
    }

    private JsonObject configJson() {
        JsonObject json = new JsonObject();
        json.addProperty("model_type", config.architecture().modelType());
        JsonArray architectures = new JsonArray();
        architectures.add(config.architecture().className());
        json.add("architectures", architectures);
        json.addProperty("hidden_size", config.hiddenSize());
        json.addProperty("num_hidden_layers", config.layers());
        json.addProperty("num_attention_heads", config.heads());
        json.addProperty("intermediate_size", config.intermediateSize());
        json.addProperty("hidden_act", config.activation().names().get(0));
        json.addProperty("layer_norm_eps", config.layerNormEps());
        JsonArray imageSize = new JsonArray();
        imageSize.add(config.imageHeight());
        imageSize.add(config.imageWidth());
        json.add("image_size", imageSize);
        json.addProperty("patch_size", config.patchSize());
        json.addProperty("qkv_bias", config.qkvBias());
        JsonObject labels = new JsonObject();
        for (int i = 0; i < config.labels().size(); i++) {
            labels.addProperty(Integer.toString(i), config.labels().get(i));
        }
        json.add("id2label", labels);
        return json;
    }

    private SafetensorsWriter tensors() {
        TinyTensors tensors = new TinyTensors(new SafetensorsWriter(dtype), new Random(seed), deviation);
        String encoder = config.architecture().modelType() + ".";
        int hidden = config.hiddenSize();
        tensors.add(encoder + "embeddings.cls_token", 1, 1, hidden);
        if (config.architecture() == Architecture.DEIT) {
            tensors.add(encoder + "embeddings.distillation_token", 1, 1, hidden);
        }
        tensors.add(encoder + "embeddings.position_embeddings", 1, config.tokens(), hidden);
        String projection = encoder + "embeddings.patch_embeddings.projection";
        tensors.add(
                projection + ".weight",
                hidden,
                VisionTransformerConfig.CHANNELS,
                config.patchSize(),
                config.patchSize());
        tensors.add(projection + ".bias", hidden);
        for (int i = 0; i < config.layers(); i++) {
            addLayer(tensors, "%sencoder.layer.%d.".formatted(encoder, i));
        }
        tensors.addNorm(encoder + "layernorm", hidden);
        tensors.addLinear("classifier", config.labels().size(), hidden);
        return tensors.writer();
    }

    private void addLayer(TinyTensors tensors, String prefix) {
        int hidden = config.hiddenSize();
        tensors.addNorm(prefix + "layernorm_before", hidden);
        for (String role : List.of("query", "key", "value")) {
            String name = prefix + "attention.attention." + role;
            tensors.add(name + ".weight", hidden, hidden);
            if (config.qkvBias()) {
                tensors.add(name + ".bias", hidden);
            }
        }
        tensors.addLinear(prefix + "attention.output.dense", hidden, hidden);
        tensors.addNorm(prefix + "layernorm_after", hidden);
        tensors.addLinear(prefix + "intermediate.dense", config.intermediateSize(), hidden);
        tensors.addLinear(prefix + "output.dense", hidden, config.intermediateSize());
    }

    private record TinyTensors(SafetensorsWriter writer, Random random, double deviation) {

        void addLinear(String name, int outputs, int inputs) {
            add(name + ".weight", outputs, inputs);
            add(name + ".bias", outputs);
        }

        void addNorm(String name, int width) {
            float[] scale = draw(width);
            for (int i = 0; i < width; i++) {
                scale[i] += 1;
            }
            writer.add(name + ".weight", scale, width);
            add(name + ".bias", width);
        }

        void add(String name, long... shape) {
            int count = 1;
            for (long dimension : shape) {
                count *= (int) dimension;
            }
            writer.add(name, draw(count), shape);
        }

        private float[] draw(int count) {
            float[] elements = new float[count];
            for (int i = 0; i < count; i++) {
                elements[i] = (float) (deviation * random.nextGaussian());
            }
            return elements;
        }
    }
}
