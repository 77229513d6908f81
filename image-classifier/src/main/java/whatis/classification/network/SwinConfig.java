package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.image.raster.ImageSize;

/**
 * The dimensions of a Swin Transformer of either version, as {@code config.json} has them.
 *
 * @param width of a token in the first stage; each stage doubles it
 * @param depths how many layers each stage has
 * @param heads how many attention heads the layers of each stage have
 * @param window how many rows and columns of tokens attend to each other
 * @param mlpRatio how many times as wide as a token the MLP's inner layer is
 * @param activation what stands between the MLP's layers
 * @param layerNormEps what the layers' normalisations add to the variance
 * @param image the input that the network was made for, in pixels
 * @param patch a patch in pixels
 * @param qkvBias whether query and value have a bias, and in the first version the key
 */
record SwinConfig(
        int width,
        List<Integer> depths,
        List<Integer> heads,
        int window,
        double mlpRatio,
        Activation activation,
        double layerNormEps,
        ImageSize image,
        ImageSize patch,
        boolean qkvBias) {

    /** Beyond the largest published one (SwinV2-G, arXiv:2111.09883: 4,096 wide, 42 layers in a stage). */
    private static final int MAX_WIDTH = 32_768;

    private static final int MAX_WINDOW = 256;

    /** Windows of 24 x 24 in an image of 384 x 384 take half of it. */
    private static final long MAX_BIAS = 1 << 26;

    /**
     * Reads the fields that both versions have.
     *
     * @param input the size of the pictures that the image processor makes
     * @throws CheckpointException if a field makes no sense
     */
    static SwinConfig of(JsonFields json, ImageSize input) {
        TransformerConfig.requireRgb(json);
        SwinConfig config = new SwinConfig(
                json.within("embed_dim", 96, MAX_WIDTH),
                Stages.within(json, "depths", List.of(2, 2, 6, 2), Stages.MAX_DEPTH),
                json.integers("num_heads").orElse(List.of(3, 6, 12, 24)),
                json.within("window_size", 7, MAX_WINDOW),
                json.number("mlp_ratio").orElse(4.0),
                Activation.of(json, "hidden_act", Activation.GELU),
                TransformerConfig.epsilon(json, "layer_norm_eps", 1e-5),
                json.size("image_size", ImageSize.square(224)),
                json.size("patch_size", ImageSize.square(4)),
                json.flag("qkv_bias").orElse(true));
        config.requireStages(json);
        if ((long) config.rows(input) * config.columns(input) > TransformerConfig.MAX_PATCHES) {
            throw json.refusal("patch_size %s makes more than %d patches of pictures of %s"
                    .formatted(config.patch.heightFirst(), TransformerConfig.MAX_PATCHES, input.heightFirst()));
        }
        return config;
    }

    private void requireStages(JsonFields json) {
        if (heads.size() < depths.size()) {
            throw json.refusal("num_heads is %s, but depths has %d stages".formatted(heads, depths.size()));
        }
        if ((long) width << depths.size() - 1 > MAX_WIDTH) {
            throw json.refusal("embed_dim is %d, too wide for the %d stages of depths".formatted(width, depths.size()));
        }
        for (int stage = 0; stage < stages(); stage++) {
            int count = heads.get(stage);
            if (count < 1 || width(stage) % count != 0) {
                throw json.refusal(
                        "num_heads is %s, but with embed_dim %d the %d numbers of a token in stage %d are not"
                                        .formatted(heads, width, width(stage), stage)
                                + " divisible by %d".formatted(count));
            }
            if (!(mlpRatio * width(stage) >= 1 && mlpRatio * width(stage) <= MAX_WIDTH)) {
                throw json.refusal("mlp_ratio is %s; times the %d numbers of a token it is not between 1 and %d"
                        .formatted(mlpRatio, width(stage), MAX_WIDTH));
            }
        }
    }

    /**
     * Checks that what windows add to the products of queries and keys fits into memory.
     *
     * @throws CheckpointException if it doesn't
     */
    void requireBias(Windows windows, int stage, JsonFields json) {
        if ((long) windows.biases() * heads.get(stage) * windows.area() * windows.area() > MAX_BIAS) {
            throw json.refusal("window_size is %d, too much for stage %d with %d heads and %d x %d patches"
                    .formatted(window, stage, heads.get(stage), windows.rows(), windows.columns()));
        }
    }

    int stages() {
        return depths.size();
    }

    /** Returns the width of a token in a stage, counted from 0. */
    int width(int stage) {
        return width << stage;
    }

    int innerWidth(int stage) {
        return (int) (mlpRatio * width(stage));
    }

    /** Returns how many rows of patches a picture has; the last one is padded with zeros. */
    int rows(ImageSize input) {
        return Windows.parts(input.height(), patch.height());
    }

    int columns(ImageSize input) {
        return Windows.parts(input.width(), patch.width());
    }
}
