package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * A Vision Transformer with a distillation token after the class token: transformers' {@code DeiTForImageClassification},
 * whose classifier looks at the class token alone, and {@code DeiTForImageClassificationWithTeacher}, whose logits are the
 * mean of a classifier's on each of the two tokens.
 *
 * @see <a href="https://arxiv.org/abs/2012.12877">Training data-efficient image transformers</a>
 */
final class Deit implements Architecture {

    private static final String WITH_TEACHER = "DeiTForImageClassificationWithTeacher";

    @Override
    public String modelType() {
        return "deit";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("deit", Vit.RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        TransformerConfig config = TransformerConfig.of(json, TransformerConfig.VIT);
        config.requireInput(input, json);
        boolean teacher = json.strings("architectures").orElse(List.of()).contains(WITH_TEACHER);
        return (graph, layers) -> {
            List<String> learned = List.of("deit.embeddings.cls_token", "deit.embeddings.distillation_token");
            Value tokens = Vit.tokens(graph, layers, config, learned, "deit.");
            Value read = Vit.encoded(graph, layers, config, tokens, teacher ? 2 : 1, "deit.");
            Value classToken = graph.select(read, 0, 0);
            if (!teacher) {
                return graph.exactLinear(classToken, layers.linear("classifier", labels, config.hiddenSize()));
            }
            Linear ofClass = layers.linear("cls_classifier", labels, config.hiddenSize());
            Linear ofTeacher = layers.linear("distillation_classifier", labels, config.hiddenSize());
            return graph.product(
                    graph.sum(
                            graph.exactLinear(classToken, ofClass),
                            graph.exactLinear(graph.select(read, 0, 1), ofTeacher)),
                    0.5);
        };
    }
}
