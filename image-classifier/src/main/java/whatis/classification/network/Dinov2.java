package whatis.classification.network;

import java.util.List;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.classification.checkpoint.WeightNames.Rename;
import whatis.image.raster.ImageSize;

/**
 * DINOv2 with a linear classifier: transformers' {@code Dinov2ForImageClassification}. The classifier looks at the class
 * token beside the mean of the patches.
 *
 * @see <a href="https://arxiv.org/abs/2304.07193">Learning Robust Visual Features without Supervision</a>
 */
final class Dinov2 implements Architecture {

    private static final TransformerConfig DEFAULTS = new TransformerConfig(
            768, 12, 12, 64, 3072, Activation.GELU, 1e-6, ImageSize.square(224), ImageSize.square(14), true);

    /** What transformers 5 calls some of the tensors. */
    static final List<Rename> RENAMES = List.of(
            Rename.of("attention.attention.query", "attention.q_proj"),
            Rename.of("attention.attention.key", "attention.k_proj"),
            Rename.of("attention.attention.value", "attention.v_proj"),
            Rename.of("attention.output.dense", "attention.o_proj"),
            Rename.of("mlp.weights_in", "mlp.gate_proj", "mlp.up_proj"),
            Rename.of("mlp.weights_out", "mlp.down_proj"));

    @Override
    public String modelType() {
        return "dinov2";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("dinov2", RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        Variant variant = Variant.of(json, input, DEFAULTS, 0, Interpolation.BICUBIC);
        return (graph, layers) -> variant.logits(graph, layers, "dinov2.", labels);
    }

    /**
     * What differs between networks of this kind.
     *
     * @param registers how many tokens stand between the class token and the patches, without positions
     * @param gated whether the MLP is a {@link Encoder.Gated}
     */
    record Variant(TransformerConfig config, Positions positions, int registers, boolean gated) {

        private static final int MAX_MLP_RATIO = 64;

        /** @param kernel how the positions come to another size of pictures */
        static Variant of(
                JsonFields json, ImageSize input, TransformerConfig defaults, int registers, Interpolation kernel) {
            boolean gated = json.flag("use_swiglu_ffn").orElse(false);
            TransformerConfig read = TransformerConfig.of(json, defaults);
            int ratio = json.within("mlp_ratio", 4, MAX_MLP_RATIO);
            int inner = read.hiddenSize() * ratio;
            if (inner > TransformerConfig.MAX_WIDTH) {
                throw json.refusal("hidden_size %d times mlp_ratio %d is more than %d"
                        .formatted(read.hiddenSize(), ratio, TransformerConfig.MAX_WIDTH));
            }
            // Two thirds, to the next multiple of eight: three matrices then have as many weights as two would.
            TransformerConfig config = read.withIntermediateSize(gated ? (inner * 2 / 3 + 7) / 8 * 8 : inner);
            return new Variant(config, Positions.of(config, input, kernel, json), registers, gated);
        }

        Value logits(Graph graph, Layers layers, String prefix, int labels) {
            int hidden = config.hiddenSize();
            List<Encoder.Layer> stack = IntStream.range(0, config.layers())
                    .mapToObj(i -> layer(layers, "%sencoder.layer.%d.".formatted(prefix, i)))
                    .toList();
            Value tokens = tokens(graph, layers, prefix + "embeddings.");
            int count = tokens.size(0);
            Value encoded = new Encoder(graph, config.heads(), config.headSize()).run(tokens, stack, count);
            Value normalised =
                    graph.norm(graph.exact(encoded), layers.norm(prefix + "layernorm", hidden, config.layerNormEps()));
            Value mean = graph.mean(graph.slice(normalised, 0, 1 + registers, count), 0);
            Value features = graph.concatenated(0, graph.select(normalised, 0, 0), mean);
            return graph.exactLinear(features, layers.linear("classifier", labels, 2 * hidden));
        }

        private Value tokens(Graph graph, Layers layers, String prefix) {
            int hidden = config.hiddenSize();
            int patches = positions.actual().patches();
            Tensor learned = layers.tensor(prefix + "position_embeddings", 1, 1 + config.patches(), hidden);
            Tensor first = Tensors.sum(layers.tensor(prefix + "cls_token", 1, 1, hidden), learned);
            if (registers > 0) {
                Tensor others = layers.tensor(prefix + "register_tokens", 1, registers, hidden);
                first = Tensors.concatenated(List.of(first, others), (1 + registers) * hidden);
            }
            Linear projection =
                    Patches.projection(layers, prefix + "patch_embeddings.projection", hidden, config.patch(), true);
            return graph.concatenated(
                    0,
                    graph.parameter(first, 1, 1 + registers, hidden),
                    graph.sum(
                            graph.linear(Patches.of(graph, config.patch()), projection),
                            graph.parameter(positions.ofPatches(learned, 1), 1, patches, hidden)));
        }

        private Encoder.Layer layer(Layers layers, String prefix) {
            int hidden = config.hiddenSize();
            int attention = config.attentionSize();
            String projections = prefix + "attention.attention.";
            Tensor attentionScale = layers.tensor(prefix + "layer_scale1.lambda1", hidden);
            Tensor mlpScale = layers.tensor(prefix + "layer_scale2.lambda1", hidden);
            return new Encoder.Layer(
                    layers.norm(prefix + "norm1", hidden, config.layerNormEps()),
                    layers.linear(projections + "query", attention, hidden, config.qkvBias()),
                    layers.linear(projections + "key", attention, hidden, config.qkvBias()),
                    layers.linear(projections + "value", attention, hidden, config.qkvBias()),
                    null,
                    layers.linear(prefix + "attention.output.dense", hidden, attention)
                            .scaled(attentionScale),
                    layers.norm(prefix + "norm2", hidden, config.layerNormEps()),
                    gated ? swiGlu(layers, prefix + "mlp.", mlpScale) : mlp(layers, prefix + "mlp.", mlpScale));
        }

        private Encoder.Mlp mlp(Layers layers, String prefix, Tensor scale) {
            int inner = config.intermediateSize();
            Linear up = layers.linear(prefix + "fc1", inner, config.hiddenSize());
            Linear down = layers.linear(prefix + "fc2", config.hiddenSize(), inner);
            return new Encoder.TwoLayers(up, config.activation(), down.scaled(scale));
        }

        private Encoder.Mlp swiGlu(Layers layers, String prefix, Tensor scale) {
            int inner = config.intermediateSize();
            Linear both = layers.linear(prefix + "weights_in", 2 * inner, config.hiddenSize());
            Linear down = layers.linear(prefix + "weights_out", config.hiddenSize(), inner);
            return new Encoder.Gated(
                    both.part(0, inner), Activation.SILU, both.part(inner, 2 * inner), down.scaled(scale));
        }
    }
}
