package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * A Vision Transformer from masked siamese networks: transformers' {@code ViTMSNForImageClassification}, a {@link Vit} with
 * another epsilon.
 *
 * @see <a href="https://arxiv.org/abs/2204.07141">Masked Siamese Networks for Label-Efficient Learning</a>
 */
final class VitMsn implements Architecture {

    private static final TransformerConfig DEFAULTS = new TransformerConfig(
            768, 12, 12, 64, 3072, Activation.GELU, 1e-6, ImageSize.square(224), ImageSize.square(16), true);

    @Override
    public String modelType() {
        return "vit_msn";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("vit", Vit.RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        TransformerConfig config = TransformerConfig.of(json, DEFAULTS);
        config.requireInput(input, json);
        return (graph, layers) -> {
            Value tokens = Vit.tokens(graph, layers, config, List.of("vit.embeddings.cls_token"), "vit.");
            Value read = Vit.encoded(graph, layers, config, tokens, 1, "vit.");
            return graph.exactLinear(
                    graph.select(read, 0, 0), layers.linear("classifier", labels, config.hiddenSize()));
        };
    }
}
