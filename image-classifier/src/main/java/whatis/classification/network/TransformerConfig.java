package whatis.classification.network;

import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.image.raster.ImageSize;

/**
 * The dimensions of a Vision Transformer (Dosovitskiy et al., arXiv:2010.11929), as {@code config.json} has them.
 *
 * @param hiddenSize width of a token
 * @param layers how many encoder layers
 * @param heads how many attention heads
 * @param headSize width of a head
 * @param intermediateSize width of the MLP's inner layer
 * @param activation what stands between the MLP's layers
 * @param layerNormEps what LayerNorm adds to the variance
 * @param image the input in pixels
 * @param patch a patch in pixels; what remains at the image's right and lower edge is not looked at
 * @param qkvBias whether query, key and value have a bias
 */
record TransformerConfig(
        int hiddenSize,
        int layers,
        int heads,
        int headSize,
        int intermediateSize,
        Activation activation,
        double layerNormEps,
        ImageSize image,
        ImageSize patch,
        boolean qkvBias) {

    /** Those of transformers' {@code ViTConfig}, which most of its architectures share. */
    static final TransformerConfig VIT = new TransformerConfig(
            768, 12, 12, 64, 3072, Activation.GELU, 1e-12, ImageSize.square(224), ImageSize.square(16), true);

    /** Beyond the largest published model (ViT-22B, arXiv:2302.05442: 6,144 wide with an MLP of 24,576). */
    static final int MAX_WIDTH = 32_768;

    private static final int MAX_LAYERS = 1_000;
    static final int MAX_PATCHES = 65_536;

    /**
     * Reads the fields that most architectures share.
     *
     * @param otherwise what counts where a field is missing
     * @throws CheckpointException if a field makes no sense
     */
    static TransformerConfig of(JsonFields json, TransformerConfig otherwise) {
        requireRgb(json);
        int hiddenSize = json.within("hidden_size", otherwise.hiddenSize, MAX_WIDTH);
        int heads = json.within("num_attention_heads", otherwise.heads, MAX_WIDTH);
        int headSize = json.within("head_dim", Math.max(1, hiddenSize / heads), MAX_WIDTH);
        if (json.integer("head_dim").isEmpty() && hiddenSize % heads != 0) {
            throw json.refusal(
                    "hidden_size %d is not divisible by num_attention_heads %d".formatted(hiddenSize, heads));
        }
        if (heads * headSize > MAX_WIDTH) {
            throw json.refusal(
                    "num_attention_heads %d times head_dim %d is more than %d".formatted(heads, headSize, MAX_WIDTH));
        }
        TransformerConfig config = new TransformerConfig(
                hiddenSize,
                json.within("num_hidden_layers", otherwise.layers, MAX_LAYERS),
                heads,
                headSize,
                json.within("intermediate_size", otherwise.intermediateSize, MAX_WIDTH),
                Activation.of(json, "hidden_act", otherwise.activation),
                epsilon(json, "layer_norm_eps", otherwise.layerNormEps),
                json.size("image_size", otherwise.image),
                json.size("patch_size", otherwise.patch),
                json.flag("qkv_bias").orElse(otherwise.qkvBias));
        config.requirePatches("image_size", json);
        return config;
    }

    /** Returns the same with another width of the MLP. */
    TransformerConfig withIntermediateSize(int size) {
        return new TransformerConfig(
                hiddenSize, layers, heads, headSize, size, activation, layerNormEps, image, patch, qkvBias);
    }

    /**
     * Returns the same for pictures of another size.
     *
     * @throws CheckpointException if they have no patch or too many
     */
    TransformerConfig at(ImageSize input, JsonFields json) {
        TransformerConfig config = new TransformerConfig(
                hiddenSize, layers, heads, headSize, intermediateSize, activation, layerNormEps, input, patch, qkvBias);
        config.requirePatches("the image processor's size", json);
        return config;
    }

    int rows() {
        return image.height() / patch.height();
    }

    int columns() {
        return image.width() / patch.width();
    }

    int patches() {
        return rows() * columns();
    }

    /** Returns the width of all heads together. */
    int attentionSize() {
        return heads * headSize;
    }

    /**
     * Checks that pictures come in the size that the network was trained for.
     *
     * @throws CheckpointException if they don't
     */
    void requireInput(ImageSize input, JsonFields json) {
        if (!input.equals(image)) {
            throw json.refusal("image_size is %s, but the image processor makes pictures of %s; they must be equal"
                    .formatted(image.heightFirst(), input.heightFirst()));
        }
    }

    static double epsilon(JsonFields json, String field, double otherwise) {
        double epsilon = json.number(field).orElse(otherwise);
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw json.refusal("%s is %s, not above 0 and at most 1".formatted(field, epsilon));
        }
        return epsilon;
    }

    static void requireRgb(JsonFields json) {
        requireRgb(json, "num_channels");
    }

    static void requireRgb(JsonFields json, String field) {
        int channels = json.integer(field).orElse(Graph.CHANNELS);
        if (channels != Graph.CHANNELS) {
            throw json.refusal(
                    "%s is %d; only models for %d channels are supported".formatted(field, channels, Graph.CHANNELS));
        }
    }

    /** @param field whose value the image's size is */
    private void requirePatches(String field, JsonFields json) {
        if (patches() < 1) {
            throw json.refusal(
                    "%s %s is smaller than patch_size %s".formatted(field, image.heightFirst(), patch.heightFirst()));
        }
        if (patches() > MAX_PATCHES) {
            throw json.refusal("%s %s makes more than %d patches of patch_size %s"
                    .formatted(field, image.heightFirst(), MAX_PATCHES, patch.heightFirst()));
        }
    }
}
