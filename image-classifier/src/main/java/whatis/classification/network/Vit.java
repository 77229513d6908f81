package whatis.classification.network;

import java.util.List;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.classification.checkpoint.WeightNames.Rename;
import whatis.image.raster.ImageSize;

/**
 * The Vision Transformer: transformers' {@code ViTForImageClassification}.
 *
 * @see <a href="https://arxiv.org/abs/2010.11929">An Image is Worth 16x16 Words</a>
 */
final class Vit implements Architecture {

    /** What transformers 5 calls an encoder's tensors. The MLP's come last, as one of them ends as attention's output does. */
    static final List<Rename> RENAMES = List.of(
            Rename.of("encoder.layer", "layers"),
            Rename.of("attention.attention.query", "attention.q_proj"),
            Rename.of("attention.attention.key", "attention.k_proj"),
            Rename.of("attention.attention.value", "attention.v_proj"),
            Rename.of("attention.output.dense", "attention.o_proj"),
            Rename.of("intermediate.dense", "mlp.fc1"),
            Rename.of("output.dense", "mlp.fc2"));

    @Override
    public String modelType() {
        return "vit";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("vit", RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        TransformerConfig config = TransformerConfig.of(json, TransformerConfig.VIT);
        config.requireInput(input, json);
        return (graph, layers) -> {
            Value tokens = tokens(graph, layers, config, List.of("vit.embeddings.cls_token"), "vit.");
            Value read = encoded(graph, layers, config, tokens, 1, "vit.");
            return graph.exactLinear(
                    graph.select(read, 0, 0), layers.linear("classifier", labels, config.hiddenSize()));
        };
    }

    /**
     * Returns learned tokens, then those of the patches, all with their positions added.
     *
     * @param learned the names of the learned tokens
     * @param prefix what all names of the encoder's tensors begin with
     */
    static Value tokens(Graph graph, Layers layers, TransformerConfig config, List<String> learned, String prefix) {
        int hidden = config.hiddenSize();
        int count = learned.size() + config.patches();
        Tensor positions = layers.tensor(prefix + "embeddings.position_embeddings", 1, count, hidden);
        Tensor first = Tensors.concatenated(
                learned.stream().map(name -> layers.tensor(name, 1, 1, hidden)).toList(), learned.size() * hidden);
        Linear projection = Patches.projection(
                layers, prefix + "embeddings.patch_embeddings.projection", hidden, config.patch(), true);
        Value patches = graph.linear(Patches.of(graph, config.patch()), projection);
        Value placed = graph.sum(
                patches,
                graph.parameter(
                        Tensors.part(positions, learned.size() * hidden, count * hidden), 1, config.patches(), hidden));
        Value prefixed = graph.parameter(Tensors.sum(first, positions), 1, learned.size(), hidden);
        return graph.concatenated(0, prefixed, placed);
    }

    /** Runs the encoder and the normalisation after it; returns the tokens that are read, in fp32. */
    static Value encoded(Graph graph, Layers layers, TransformerConfig config, Value tokens, int read, String prefix) {
        List<Encoder.Layer> stack = IntStream.range(0, config.layers())
                .mapToObj(i -> layer(layers, config, "%sencoder.layer.%d.".formatted(prefix, i)))
                .toList();
        Value encoded = new Encoder(graph, config.heads(), config.headSize()).run(tokens, stack, read);
        return graph.norm(
                graph.exact(encoded), layers.norm(prefix + "layernorm", config.hiddenSize(), config.layerNormEps()));
    }

    private static Encoder.Layer layer(Layers layers, TransformerConfig config, String prefix) {
        int hidden = config.hiddenSize();
        int attention = config.attentionSize();
        String projections = prefix + "attention.attention.";
        return new Encoder.Layer(
                layers.norm(prefix + "layernorm_before", hidden, config.layerNormEps()),
                layers.linear(projections + "query", attention, hidden, config.qkvBias()),
                layers.linear(projections + "key", attention, hidden, config.qkvBias()),
                layers.linear(projections + "value", attention, hidden, config.qkvBias()),
                null,
                layers.linear(prefix + "attention.output.dense", hidden, attention),
                layers.norm(prefix + "layernorm_after", hidden, config.layerNormEps()),
                new Encoder.TwoLayers(
                        layers.linear(prefix + "intermediate.dense", config.intermediateSize(), hidden),
                        config.activation(),
                        layers.linear(prefix + "output.dense", hidden, config.intermediateSize())));
    }
}
