package whatis.classification.network;

import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * DINOv2 with tokens that the patches may use as they like: transformers' {@code
 * Dinov2WithRegistersForImageClassification}. The classifier doesn't look at them.
 *
 * @see <a href="https://arxiv.org/abs/2309.16588">Vision Transformers Need Registers</a>
 */
final class Dinov2WithRegisters implements Architecture {

    private static final TransformerConfig DEFAULTS = new TransformerConfig(
            768, 12, 12, 64, 3072, Activation.GELU, 1e-6, ImageSize.square(224), ImageSize.square(16), true);

    private static final int MAX_REGISTERS = 1_024;

    @Override
    public String modelType() {
        return "dinov2_with_registers";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("dinov2_with_registers", Dinov2.RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        int registers = json.within("num_register_tokens", 4, MAX_REGISTERS);
        Dinov2.Variant variant = Dinov2.Variant.of(json, input, DEFAULTS, registers, Interpolation.BICUBIC_ANTIALIASED);
        return (graph, layers) -> variant.logits(graph, layers, "dinov2_with_registers.", labels);
    }
}
