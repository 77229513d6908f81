package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * ConvNeXt with a normalisation of each channel's response inside its MLPs: transformers'
 * {@code ConvNextV2ForImageClassification}.
 *
 * @see <a href="https://arxiv.org/abs/2301.00808">ConvNeXt V2: Co-designing and Scaling ConvNets with Masked Autoencoders</a>
 */
final class Convnextv2 implements Architecture {

    @Override
    public String modelType() {
        return "convnextv2";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("convnextv2", List.of());
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        Activation activation = Activation.of(json, "hidden_act", Activation.GELU);
        return Convnext.forward(json, input, labels, "convnextv2.", (layers, prefix, width) -> {
            int inner = Convnext.MLP_RATIO * width;
            return new NormalisedMlp(
                    layers.linear(prefix + "pwconv1", inner, width),
                    activation,
                    layers.tensor(prefix + "grn.weight", 1, 1, 1, inner),
                    layers.linear(prefix + "pwconv2", width, inner)
                            .shifted(layers.tensor(prefix + "grn.bias", 1, 1, 1, inner)));
        });
    }

    /**
     * An MLP with a global response normalisation: each channel is made {@code 1 + weight * r} times as large, where r is
     * its length over all pixels in proportion to the channels' mean length.
     *
     * @param weight of the normalisation; its bias lies in {@code down}
     */
    private record NormalisedMlp(Linear up, Activation activation, Tensor weight, Linear down) implements Encoder.Mlp {

        private static final String EPSILON = "1e-6";

        @Override
        public Value added(Graph graph, Value x, Value residual) {
            Value inner = graph.linear(x, up, activation);
            Value lengths = graph.lengths(inner, 0, 1);
            Value mean = graph.plain(lengths, "torch.add(torch.mean(%s, [1], True), %s)", lengths.code(), EPSILON);
            Value response = graph.plain(lengths, "torch.div(%s, %s)", lengths.code(), mean.code());
            Value weighted = graph.product(response, graph.exactParameter(weight, 1, up.outputs()));
            Value factors = graph.typed(graph.plain(weighted, "torch.add(%s, 1.)", weighted.code()));
            Value normalised = graph.product(inner, graph.reshaped(factors, 1, 1, 1, up.outputs()));
            return graph.linearAdded(normalised, down, residual);
        }
    }
}
