package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * The residual network: transformers' {@code ResNetForImageClassification}.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">Deep Residual Learning for Image Recognition</a>
 */
final class Resnet implements Architecture {

    private static final Stages RESNET_50 = new Stages(List.of(256, 512, 1024, 2048), List.of(3, 4, 6, 3));
    private static final int EMBEDDING_SIZE = 64;

    /** What a bottleneck is narrower than what goes in and comes out. */
    private static final int BOTTLENECK = 4;

    /** What a batch normalisation adds to the variance, in whatever configuration. */
    private static final double EPSILON = 1e-5;

    /**
     * @param embedding how many channels the first stage gets
     * @param bottleneck whether layers are of three convolutions, the middle one narrower, else of two
     * @param reduceFirst whether the first stage, too, halves the resolution
     * @param reduceBefore whether a bottleneck's first convolution halves the resolution, else its second one
     */
    private record Config(
            int embedding,
            Stages stages,
            boolean bottleneck,
            Activation activation,
            boolean reduceFirst,
            boolean reduceBefore) {

        static Config of(JsonFields json) {
            TransformerConfig.requireRgb(json);
            Stages stages = Stages.of(json, RESNET_50);
            String type = json.string("layer_type").orElse("bottleneck");
            if (!List.of("basic", "bottleneck").contains(type)) {
                throw json.refusal("layer_type is \"%s\"; supported are basic, bottleneck".formatted(type));
            }
            boolean bottleneck = type.equals("bottleneck");
            stages.widths().stream()
                    .filter(width -> bottleneck && width < BOTTLENECK)
                    .findFirst()
                    .ifPresent(width -> {
                        throw json.refusal(
                                "hidden_sizes has %d, too few channels for layer_type bottleneck".formatted(width));
                    });
            return new Config(
                    json.within("embedding_size", EMBEDDING_SIZE, Stages.MAX_WIDTH),
                    stages,
                    bottleneck,
                    Activation.of(json, "hidden_act", Activation.RELU),
                    json.flag("downsample_in_first_stage").orElse(false),
                    json.flag("downsample_in_bottleneck").orElse(false));
        }
    }

    @Override
    public String modelType() {
        return "resnet";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("resnet", List.of());
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        Config config = Config.of(json);
        return (graph, layers) -> {
            Value hidden = embedded(graph, layers, config);
            for (int stage = 0; stage < config.stages().count(); stage++) {
                int width = config.stages().widths().get(stage);
                for (int i = 0; i < config.stages().depths().get(stage); i++) {
                    boolean reduce = i == 0 && (stage > 0 || config.reduceFirst());
                    String prefix = "resnet.encoder.stages.%d.layers.%d.".formatted(stage, i);
                    hidden = run(graph, layers, config, prefix, hidden, width, reduce ? 2 : 1);
                }
            }
            return graph.exactLinear(
                    graph.mean(hidden, 0, 1),
                    layers.linear("classifier.1", labels, config.stages().lastWidth()));
        };
    }

    private static Value embedded(Graph graph, Layers layers, Config config) {
        Value picture = graph.typed(graph.permuted(graph.pixels(), 1, 2, 0));
        Convolution first = convolution(layers, "resnet.embedder.embedder", config.embedding(), Graph.CHANNELS, 7);
        return graph.maxPool(graph.convolution(picture, first.withSteps(2), config.activation()), 3, 2, 1);
    }

    private static Value run(Graph graph, Layers layers, Config config, String prefix, Value x, int width, int stride) {
        int inputs = x.size(2);
        Value shortcut = x;
        if (inputs != width || stride != 1) {
            Convolution projection = convolution(layers, prefix + "shortcut", width, inputs, 1);
            shortcut = graph.convolution(x, projection.withSteps(stride));
        }
        Activation activation = config.activation();
        if (!config.bottleneck()) {
            Convolution first =
                    convolution(layers, prefix + "layer.0", width, inputs, 3).withSteps(stride);
            Convolution second = convolution(layers, prefix + "layer.1", width, width, 3);
            return graph.convolutionAdded(graph.convolution(x, first, activation), second, shortcut, activation);
        }
        int narrow = width / BOTTLENECK;
        Convolution first = convolution(layers, prefix + "layer.0", narrow, inputs, 1)
                .withSteps(config.reduceBefore() ? stride : 1);
        Convolution second = convolution(layers, prefix + "layer.1", narrow, narrow, 3)
                .withSteps(config.reduceBefore() ? 1 : stride);
        Convolution third = convolution(layers, prefix + "layer.2", width, narrow, 1);
        Value inner = graph.convolution(graph.convolution(x, first, activation), second, activation);
        return graph.convolutionAdded(inner, third, shortcut, activation);
    }

    /** Returns a convolution together with the batch normalisation after it. */
    private static Convolution convolution(Layers layers, String name, int outputs, int inputs, int kernel) {
        String norm = name + ".normalization.";
        Tensor weight = layers.tensor(norm + "weight", outputs);
        Tensor bias = layers.tensor(norm + "bias", outputs);
        Tensor mean = layers.tensor(norm + "running_mean", outputs);
        Tensor variance = layers.tensor(norm + "running_var", outputs);
        Tensor factors = () -> {
            float[] scale = weight.read();
            float[] variances = variance.read();
            for (int i = 0; i < outputs; i++) {
                scale[i] = (float) (scale[i] / Math.sqrt(variances[i] + EPSILON));
            }
            return scale;
        };
        Tensor shifts = Tensors.sum(bias, Tensors.scaledRows(Tensors.scaled(mean, -1, outputs), factors, 1, outputs));
        return layers.convolution(name + ".convolution", outputs, inputs, kernel, 1, false)
                .centred()
                .scaled(factors, shifts);
    }
}
