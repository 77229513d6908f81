package whatis.classification.network;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

/**
 * A checkpoint with random weights, for tests that need one of a certain kind. It has the tensors that the architecture asks
 * for, so that it knows no names itself.
 *
 * @param config what {@code config.json} holds
 * @param input the size of the pictures, which {@code preprocessor_config.json} holds
 * @param dtype F32, F16 or BF16
 * @param seed of the weights
 * @param deviation of the weights
 */
public record TinyCheckpoint(JsonObject config, ImageSize input, String dtype, long seed, double deviation) {

    /** Keeps logits apart without saturating anything. */
    private static final double DEVIATION = 0.2;

    /** Returns a model with all dimensions different, so that a mix-up shows, and seven labels. */
    public static TinyCheckpoint of(String modelType) {
        return of(new ImageSize(40, 32), """
                {"model_type": "%s", "hidden_size": 36, "num_hidden_layers": 2, "num_attention_heads": 3,
                 "intermediate_size": 80, "layer_norm_eps": 1e-6, "image_size": [32, 40], "patch_size": 8}
                """.formatted(modelType)).withLabels(names(7));
    }

    /** Returns a model of some configuration. */
    public static TinyCheckpoint of(ImageSize input, String config) {
        return new TinyCheckpoint(JsonParser.parseString(config).getAsJsonObject(), input, "F32", 1, DEVIATION);
    }

    /** Returns the same with a field of {@code config.json} set to a JSON value. */
    public TinyCheckpoint with(String field, String value) {
        JsonObject changed = config.deepCopy();
        changed.add(field, JsonParser.parseString(value));
        return new TinyCheckpoint(changed, input, dtype, seed, deviation);
    }

    public TinyCheckpoint withLabels(List<String> labels) {
        JsonObject byNumber = new JsonObject();
        for (int i = 0; i < labels.size(); i++) {
            byNumber.addProperty(Integer.toString(i), labels.get(i));
        }
        return with("id2label", byNumber.toString());
    }

    /** Returns the same for square pictures of another size. */
    public TinyCheckpoint withImageSize(int side) {
        TinyCheckpoint resized = with("image_size", Integer.toString(side));
        return new TinyCheckpoint(resized.config, ImageSize.square(side), dtype, seed, deviation);
    }

    public TinyCheckpoint withType(String dtype) {
        return new TinyCheckpoint(config, input, dtype, seed, deviation);
    }

    public TinyCheckpoint withSeed(long seed) {
        return new TinyCheckpoint(config, input, dtype, seed, deviation);
    }

    public TinyCheckpoint withDeviation(double deviation) {
        return new TinyCheckpoint(config, input, dtype, seed, deviation);
    }

    public int labels() {
        return config.getAsJsonObject("id2label").size();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "label " + i).toList();
    }

    /** Writes the three files into a folder, which is created where it doesn't exist. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Returns the three files by name. */
    Map<String, byte[]> files() {
        RandomWeights weights = new RandomWeights(dtype, seed, deviation);
        JsonFields fields = JsonFields.parse("config.json", new ByteArrayInputStream(utf8(config.toString())));
        Architectures.of(fields)
                .forward(fields, input, labels())
                .logits(new Graph(StorageType.FLOAT, input), new Layers(weights));
        return Map.of(
                "config.json",
                utf8(config.toString()),
                "preprocessor_config.json",
                utf8("""
                {"image_processor_type": "ViTImageProcessor", "size": {"height": %d, "width": %d}}
                """.formatted(input.height(), input.width())),
                "model.safetensors",
                weights.bytes());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
