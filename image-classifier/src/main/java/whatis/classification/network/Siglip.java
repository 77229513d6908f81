package whatis.classification.network;

import java.util.List;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * SigLIP's image encoder with a linear classifier: transformers' {@code SiglipForImageClassification}. It has no class
 * token; the classifier looks at the mean of the patches, so the pooling head that the encoder may have plays no part.
 *
 * @see <a href="https://arxiv.org/abs/2303.15343">Sigmoid Loss for Language Image Pre-Training</a>
 */
final class Siglip implements Architecture {

    private static final TransformerConfig DEFAULTS = new TransformerConfig(
            768, 12, 12, 64, 3072, Activation.GELU_TANH, 1e-6, ImageSize.square(224), ImageSize.square(16), true);

    @Override
    public String modelType() {
        return "siglip";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("siglip", List.of());
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        JsonFields vision = json.nested("vision_config")
                .orElseThrow(() -> json.refusal("vision_config is missing; it says how large the image encoder is"));
        TransformerConfig config = TransformerConfig.of(vision, DEFAULTS);
        config.requireInput(input, vision);
        return (graph, layers) -> {
            int hidden = config.hiddenSize();
            Linear projection =
                    Patches.projection(layers, "vision_model.embeddings.patch_embedding", hidden, config.patch(), true);
            Tensor positions =
                    layers.tensor("vision_model.embeddings.position_embedding.weight", config.patches(), hidden);
            Value tokens = graph.sum(
                    graph.linear(Patches.of(graph, config.patch()), projection),
                    graph.parameter(positions, 1, config.patches(), hidden));
            List<Encoder.Layer> stack = IntStream.range(0, config.layers())
                    .mapToObj(i -> layer(layers, config, "vision_model.encoder.layers.%d.".formatted(i)))
                    .toList();
            Value encoded = new Encoder(graph, config.heads(), config.headSize()).run(tokens, stack, config.patches());
            Value normalised = graph.norm(
                    graph.exact(encoded), layers.norm("vision_model.post_layernorm", hidden, config.layerNormEps()));
            return graph.exactLinear(graph.mean(normalised, 0), layers.linear("classifier", labels, hidden));
        };
    }

    private static Encoder.Layer layer(Layers layers, TransformerConfig config, String prefix) {
        int hidden = config.hiddenSize();
        int attention = config.attentionSize();
        int inner = config.intermediateSize();
        return new Encoder.Layer(
                layers.norm(prefix + "layer_norm1", hidden, config.layerNormEps()),
                layers.linear(prefix + "self_attn.q_proj", attention, hidden),
                layers.linear(prefix + "self_attn.k_proj", attention, hidden),
                layers.linear(prefix + "self_attn.v_proj", attention, hidden),
                null,
                layers.linear(prefix + "self_attn.out_proj", hidden, attention),
                layers.norm(prefix + "layer_norm2", hidden, config.layerNormEps()),
                new Encoder.TwoLayers(
                        layers.linear(prefix + "mlp.fc1", inner, hidden),
                        config.activation(),
                        layers.linear(prefix + "mlp.fc2", hidden, inner)));
    }
}
