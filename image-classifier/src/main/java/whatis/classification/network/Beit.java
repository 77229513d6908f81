package whatis.classification.network;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.classification.checkpoint.WeightNames.Rename;
import whatis.image.raster.ImageSize;

/**
 * BEiT: transformers' {@code BeitForImageClassification}. Attention knows where patches lie relative to each other, keys
 * have no bias, and what a layer adds is scaled.
 *
 * @see <a href="https://arxiv.org/abs/2106.08254">BERT Pre-Training of Image Transformers</a>
 */
final class Beit implements Architecture {

    /** What transformers 5 calls the tensors. */
    private static final List<Rename> RENAMES = Stream.concat(
                    Stream.of(
                            Rename.of("encoder.relative_position_bias", "shared_position_bias"),
                            Rename.of("attention.attention.relative_position_bias", "relative_position_bias")),
                    Vit.RENAMES.stream())
            .toList();

    @Override
    public String modelType() {
        return "beit";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("beit", RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        Variant variant = Variant.of(json, input);
        return (graph, layers) -> variant.logits(graph, layers, "beit.", labels);
    }

    /**
     * What a {@code config.json} chooses.
     *
     * @param absolute whether positions are added to the patches
     * @param relative whether each layer has relative positions of its own
     * @param shared whether all layers have relative positions in common
     * @param scaled whether what a layer adds is scaled
     * @param mean whether the classifier looks at the mean of the patches, not at the class token
     */
    record Variant(
            TransformerConfig config,
            Positions positions,
            boolean absolute,
            boolean relative,
            boolean shared,
            boolean scaled,
            boolean mean) {

        /** 256 MiB in fp32 for a layer; a picture of 512 x 512 in patches of 16 x 16 has 16.8 million with 16 heads. */
        private static final long MAX_BIAS = 1 << 26;

        /** @throws CheckpointException if a field makes no sense */
        static Variant of(JsonFields json, ImageSize input) {
            TransformerConfig config = TransformerConfig.of(json, TransformerConfig.VIT);
            Variant variant = new Variant(
                    config,
                    Positions.of(config, input, Interpolation.BICUBIC, json),
                    json.flag("use_absolute_position_embeddings").orElse(false),
                    json.flag("use_relative_position_bias").orElse(false),
                    json.flag("use_shared_relative_position_bias").orElse(false),
                    json.number("layer_scale_init_value").orElse(0.1) > 0,
                    json.flag("use_mean_pooling").orElse(true));
            if (variant.relative || variant.shared) {
                variant.requireRelative(json);
            }
            return variant;
        }

        private void requireRelative(JsonFields json) {
            if (config.rows() != config.columns()) {
                throw json.refusal(
                        "image_size %s makes %d x %d patches; relative positions are supported for a square of them"
                                .formatted(config.image().heightFirst(), config.rows(), config.columns()));
            }
            long tokens = 1 + positions.actual().patches();
            if (config.heads() * tokens * tokens > MAX_BIAS) {
                throw json.refusal("pictures of %s have %d tokens; with num_attention_heads %d their relative positions"
                                .formatted(positions.actual().image().heightFirst(), tokens, config.heads())
                        + " take too much memory");
            }
        }

        private RelativePositions relativePositions() {
            TransformerConfig actual = positions.actual();
            return new RelativePositions(config.rows(), actual.rows(), actual.columns(), config.heads());
        }

        Value logits(Graph graph, Layers layers, String prefix, int labels) {
            int hidden = config.hiddenSize();
            Tensor common = shared ? bias(layers, prefix + "encoder.relative_position_bias") : null;
            List<Encoder.Layer> stack = IntStream.range(0, config.layers())
                    .mapToObj(i -> layer(layers, "%sencoder.layer.%d.".formatted(prefix, i), common))
                    .toList();
            Value tokens = tokens(graph, layers, prefix + "embeddings.");
            int count = tokens.size(0);
            Value encoded = graph.exact(
                    new Encoder(graph, config.heads(), config.headSize()).run(tokens, stack, mean ? count : 1));
            Value pooled = mean ? graph.mean(graph.slice(encoded, 0, 1, count), 0) : graph.select(encoded, 0, 0);
            String norm = prefix + (mean ? "pooler.layernorm" : "layernorm");
            return graph.exactLinear(
                    graph.norm(pooled, layers.norm(norm, hidden, config.layerNormEps())),
                    layers.linear("classifier", labels, hidden));
        }

        private Value tokens(Graph graph, Layers layers, String prefix) {
            int hidden = config.hiddenSize();
            int count = positions.actual().patches();
            Linear projection =
                    Patches.projection(layers, prefix + "patch_embeddings.projection", hidden, config.patch(), true);
            Value patches = graph.linear(Patches.of(graph, config.patch()), projection);
            Tensor classToken = layers.tensor(prefix + "cls_token", 1, 1, hidden);
            if (absolute) {
                Tensor learned = layers.tensor(prefix + "position_embeddings", 1, 1 + config.patches(), hidden);
                patches = graph.sum(patches, graph.parameter(positions.ofPatches(learned, 1), 1, count, hidden));
                classToken = Tensors.sum(classToken, learned);
            }
            return graph.concatenated(0, graph.parameter(classToken, 1, 1, hidden), patches);
        }

        private Encoder.Layer layer(Layers layers, String prefix, @Nullable Tensor common) {
            int hidden = config.hiddenSize();
            int attention = config.attentionSize();
            int inner = config.intermediateSize();
            String projections = prefix + "attention.attention.";
            Linear output = layers.linear(prefix + "attention.output.dense", hidden, attention);
            Linear down = layers.linear(prefix + "output.dense", hidden, inner);
            return new Encoder.Layer(
                    layers.norm(prefix + "layernorm_before", hidden, config.layerNormEps()),
                    layers.linear(projections + "query", attention, hidden),
                    layers.linear(projections + "key", attention, hidden, false),
                    layers.linear(projections + "value", attention, hidden),
                    bias(layers, prefix, common),
                    scaled ? output.scaled(layers.tensor(prefix + "lambda_1", hidden)) : output,
                    layers.norm(prefix + "layernorm_after", hidden, config.layerNormEps()),
                    new Encoder.TwoLayers(
                            layers.linear(prefix + "intermediate.dense", inner, hidden),
                            config.activation(),
                            scaled ? down.scaled(layers.tensor(prefix + "lambda_2", hidden)) : down));
        }

        private @Nullable Tensor bias(Layers layers, String prefix, @Nullable Tensor common) {
            if (!relative) {
                return common;
            }
            Tensor own = bias(layers, prefix + "attention.attention.relative_position_bias");
            return common == null ? own : Tensors.sum(own, common);
        }

        private Tensor bias(Layers layers, String name) {
            RelativePositions ways = relativePositions();
            return ways.bias(layers.tensor(name + ".relative_position_bias_table", ways.entries(), config.heads()));
        }
    }
}
