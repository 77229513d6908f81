package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * A convolutional network with a Transformer's layers: transformers' {@code ConvNextForImageClassification}.
 *
 * @see <a href="https://arxiv.org/abs/2201.03545">A ConvNet for the 2020s</a>
 */
final class Convnext implements Architecture {

    /** Side of the square of pixels that a layer mixes. */
    private static final int WINDOW = 7;

    /** Side of the square of pixels that become one between stages. */
    private static final int REDUCTION = 2;

    /** What an MLP's inner layer is wider than its outer ones. */
    static final int MLP_RATIO = 4;

    /** That of all normalisations but the last, in whatever configuration. */
    private static final double EPSILON = 1e-6;

    private static final Stages TINY = new Stages(List.of(96, 192, 384, 768), List.of(3, 3, 9, 3));
    private static final double DEFAULT_LAYER_SCALE = 1e-6;

    /** Finds the MLP of a layer. */
    interface Mlps {
        /** @param prefix what the names of the layer's tensors begin with */
        Encoder.Mlp of(Layers layers, String prefix, int width);
    }

    private record Config(Stages stages, ImageSize patch, double lastEpsilon) {

        static Config of(JsonFields json, ImageSize input) {
            TransformerConfig.requireRgb(json);
            Stages stages = Stages.of(json, TINY);
            requireStages(json, "num_stages", stages);
            requireStages(json, "num_hidden_layers", stages);
            ImageSize patch = json.size("patch_size", ImageSize.square(4));
            int reduction = 1 << (stages.count() - 1);
            if (input.height() / patch.height() < reduction || input.width() / patch.width() < reduction) {
                throw json.refusal(
                        "the image processor makes pictures of %s, too small for patch_size %s and %d hidden_sizes"
                                .formatted(input.heightFirst(), patch.heightFirst(), stages.count()));
            }
            return new Config(stages, patch, TransformerConfig.epsilon(json, "layer_norm_eps", 1e-12));
        }

        private static void requireStages(JsonFields json, String field, Stages stages) {
            int count = json.integer(field).orElse(stages.count());
            if (count != stages.count()) {
                throw json.refusal("%s is %d, but there are %d hidden_sizes".formatted(field, count, stages.count()));
            }
        }
    }

    @Override
    public String modelType() {
        return "convnext";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("convnext", List.of());
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        Activation activation = Activation.of(json, "hidden_act", Activation.GELU);
        boolean scaled = json.number("layer_scale_init_value").orElse(DEFAULT_LAYER_SCALE) > 0;
        return forward(json, input, labels, "convnext.", (layers, prefix, width) -> {
            Linear down = layers.linear(prefix + "pwconv2", width, MLP_RATIO * width);
            return new Encoder.TwoLayers(
                    layers.linear(prefix + "pwconv1", MLP_RATIO * width, width),
                    activation,
                    scaled ? down.scaled(layers.tensor(prefix + "layer_scale_parameter", width)) : down);
        });
    }

    /**
     * Returns what all versions of the network share: all but the MLPs.
     *
     * @param prefix what the names of tensors begin with
     * @throws CheckpointException if the configuration makes no sense
     */
    static Forward forward(JsonFields json, ImageSize input, int labels, String prefix, Mlps mlps) {
        Config config = Config.of(json, input);
        return (graph, layers) -> {
            Value hidden = embedded(graph, layers, config, prefix + "embeddings.");
            for (int stage = 0; stage < config.stages().count(); stage++) {
                hidden = run(
                        graph, layers, config, stage, "%sencoder.stages.%d.".formatted(prefix, stage), mlps, hidden);
            }
            int width = config.stages().lastWidth();
            Value pooled = graph.norm(
                    graph.mean(hidden, 0, 1), layers.norm(prefix + "layernorm", width, config.lastEpsilon()));
            return graph.exactLinear(pooled, layers.linear("classifier", labels, width));
        };
    }

    private static Value embedded(Graph graph, Layers layers, Config config, String prefix) {
        int width = config.stages().widths().get(0);
        Value pixels = graph.pixels();
        Value patches = graph.linear(
                Patches.of(graph, config.patch()),
                Patches.projection(layers, prefix + "patch_embeddings", width, config.patch(), true));
        Value picture = graph.reshaped(
                patches,
                1,
                pixels.size(1) / config.patch().height(),
                pixels.size(2) / config.patch().width(),
                width);
        return graph.norm(picture, layers.norm(prefix + "layernorm", width, EPSILON));
    }

    private static Value run(
            Graph graph, Layers layers, Config config, int stage, String prefix, Mlps mlps, Value input) {
        int width = config.stages().widths().get(stage);
        Value hidden = stage == 0 ? input : reduced(graph, layers, prefix + "downsampling_layer.", input, width);
        for (int i = 0; i < config.stages().depths().get(stage); i++) {
            String layer = "%slayers.%d.".formatted(prefix, i);
            Convolution mixing = layers.convolution(layer + "dwconv", width, width, WINDOW, width, true)
                    .centred();
            Value mixed =
                    graph.norm(graph.convolution(hidden, mixing), layers.norm(layer + "layernorm", width, EPSILON));
            hidden = mlps.of(layers, layer, width).added(graph, mixed, hidden);
        }
        return hidden;
    }

    private static Value reduced(Graph graph, Layers layers, String prefix, Value hidden, int width) {
        int inputs = hidden.size(2);
        Convolution reduction = layers.convolution(prefix + "1", width, inputs, REDUCTION, 1, true)
                .withSteps(REDUCTION);
        return graph.convolution(graph.norm(hidden, layers.norm(prefix + "0", inputs, EPSILON)), reduction);
    }
}
