package whatis.classification.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields.Size;

/**
 * The dimensions of a Vision Transformer (Dosovitskiy et al., arXiv:2010.11929), named after the fields of
 * {@code config.json} in the complaints of the constructor.
 *
 * @param hiddenSize width of a token, a multiple of {@code heads}
 * @param layers how many encoder layers
 * @param heads how many attention heads
 * @param intermediateSize width of the MLP's inner layer
 * @param layerNormEps what LayerNorm adds to the variance
 * @param imageHeight height of the input in pixels, a multiple of {@code patchSize}
 * @param imageWidth width of the input in pixels, a multiple of {@code patchSize}
 * @param patchSize side of the square patches in pixels
 * @param qkvBias whether query, key and value have a bias
 * @param labels one for each logit
 */
public record VisionTransformerConfig(
        Architecture architecture,
        int hiddenSize,
        int layers,
        int heads,
        int intermediateSize,
        Activation activation,
        double layerNormEps,
        int imageHeight,
        int imageWidth,
        int patchSize,
        boolean qkvBias,
        List<String> labels) {

    /** The input's channels: red, green and blue. */
    public static final int CHANNELS = 3;

    /** Beyond the largest published model (ViT-22B, arXiv:2302.05442: 6,144 wide with an MLP of 24,576). */
    private static final int MAX_WIDTH = 32_768;

    private static final int MAX_LAYERS = 1_000;
    private static final int MAX_SIDE = 4_096;
    private static final int MAX_PATCHES = 65_536;
    private static final int MAX_LABELS = 65_536;

    public VisionTransformerConfig {
        requireWithin("hidden_size", hiddenSize, MAX_WIDTH);
        requireWithin("num_hidden_layers", layers, MAX_LAYERS);
        requireWithin("num_attention_heads", heads, MAX_WIDTH);
        requireWithin("intermediate_size", intermediateSize, MAX_WIDTH);
        requireWithin("image_size", imageHeight, MAX_SIDE);
        requireWithin("image_size", imageWidth, MAX_SIDE);
        requireWithin("patch_size", patchSize, MAX_SIDE);
        if (labels.isEmpty() || labels.size() > MAX_LABELS) {
            throw new IllegalArgumentException(
                    "id2label has %d labels, not between 1 and %d".formatted(labels.size(), MAX_LABELS));
        }
        if (hiddenSize % heads != 0) {
            throw new IllegalArgumentException(
                    "hidden_size %d is not divisible by num_attention_heads %d".formatted(hiddenSize, heads));
        }
        if (imageHeight % patchSize != 0 || imageWidth % patchSize != 0) {
            throw new IllegalArgumentException("image_size %d x %d is not divisible by patch_size %d"
                    .formatted(imageHeight, imageWidth, patchSize));
        }
        if (imageHeight / patchSize * (imageWidth / patchSize) > MAX_PATCHES) {
            throw new IllegalArgumentException("image_size %d x %d makes more than %d patches of patch_size %d"
                    .formatted(imageHeight, imageWidth, MAX_PATCHES, patchSize));
        }
        if (!(layerNormEps > 0 && layerNormEps <= 1)) {
            throw new IllegalArgumentException(
                    "layer_norm_eps is %s, not above 0 and at most 1".formatted(layerNormEps));
        }
        labels = List.copyOf(labels);
    }

    /** Takes the defaults of transformers' {@code ViTConfig} where a field is missing. */
    static VisionTransformerConfig of(JsonFields json) {
        Architecture architecture = architecture(json);
        int channels = json.integer("num_channels").orElse(CHANNELS);
        if (channels != CHANNELS) {
            throw json.refusal(
                    "num_channels is %d; only models for %d channels are supported".formatted(channels, CHANNELS));
        }
        Size image = json.size("image_size").orElse(new Size(224, 224));
        Size patch = json.size("patch_size").orElse(new Size(16, 16));
        if (!patch.isSquare()) {
            throw json.refusal("patch_size is %s; only square patches are supported".formatted(patch));
        }
        try {
            return new VisionTransformerConfig(
                    architecture,
                    json.integer("hidden_size").orElse(768),
                    json.integer("num_hidden_layers").orElse(12),
                    json.integer("num_attention_heads").orElse(12),
                    json.integer("intermediate_size").orElse(3072),
                    activation(json),
                    json.number("layer_norm_eps").orElse(1e-12),
                    image.height(),
                    image.width(),
                    patch.height(),
                    json.flag("qkv_bias").orElse(true),
                    labels(json));
        } catch (IllegalArgumentException e) {
            throw json.refusal(e);
        }
    }

    public int patches() {
        return imageHeight / patchSize * (imageWidth / patchSize);
    }

    /** Returns the length of the sequence: the learned tokens before the patches, then the patches. */
    public int tokens() {
        return architecture.prefixTokens() + patches();
    }

    public int headSize() {
        return hiddenSize / heads;
    }

    private static Architecture architecture(JsonFields json) {
        String modelType = json.string("model_type")
                .orElseThrow(() -> json.refusal("model_type is missing; it must be vit or deit"));
        Architecture architecture = Arrays.stream(Architecture.values())
                .filter(candidate -> candidate.modelType().equals(modelType))
                .findFirst()
                .orElseThrow(() ->
                        json.refusal("model_type is \"%s\"; only vit and deit are supported".formatted(modelType)));
        json.strings("architectures")
                .filter(names -> !names.contains(architecture.className()))
                .ifPresent(names -> {
                    throw json.refusal("architectures is %s; with model_type %s only %s is supported"
                            .formatted(names, modelType, architecture.className()));
                });
        return architecture;
    }

    private static Activation activation(JsonFields json) {
        String name = json.string("hidden_act").orElse("gelu");
        return Arrays.stream(Activation.values())
                .filter(candidate -> candidate.names().contains(name))
                .findFirst()
                .orElseThrow(() -> json.refusal("hidden_act is \"%s\"; supported are %s"
                        .formatted(
                                name,
                                Arrays.stream(Activation.values())
                                        .flatMap(candidate -> candidate.names().stream())
                                        .collect(Collectors.joining(", ")))));
    }

    private static List<String> labels(JsonFields json) {
        return json.numberedStrings("id2label").orElseGet(() -> {
            int count = json.integer("num_labels").orElse(2);
            requireWithin("num_labels", count, MAX_LABELS);
            return IntStream.range(0, count).mapToObj(i -> "LABEL_" + i).toList();
        });
    }

    private static void requireWithin(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("%s is %d, not between 1 and %d".formatted(field, value, max));
        }
    }
}
