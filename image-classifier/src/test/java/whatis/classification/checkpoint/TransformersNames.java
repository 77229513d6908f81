package whatis.classification.checkpoint;

import java.util.List;
import java.util.stream.Stream;
import whatis.classification.checkpoint.WeightNames.Rename;

/** What the conversion mapping of transformers 5.23 knows about its models for image classification. */
final class TransformersNames {

    private static final List<Rename> ATTENTION = List.of(
            Rename.of("attention.attention.query", "attention.q_proj"),
            Rename.of("attention.attention.key", "attention.k_proj"),
            Rename.of("attention.attention.value", "attention.v_proj"),
            Rename.of("attention.output.dense", "attention.o_proj"));

    /** Applied after {@link #ATTENTION}, whose output layer ends in the same words as the MLP's. */
    private static final List<Rename> MLP =
            List.of(Rename.of("intermediate.dense", "mlp.fc1"), Rename.of("output.dense", "mlp.fc2"));

    private static final List<Rename> VIT =
            joined(List.of(Rename.of("encoder.layer", "layers")), joined(ATTENTION, MLP));

    private static final List<Rename> BEIT = joined(
            VIT,
            List.of(
                    Rename.of("encoder.relative_position_bias", "shared_position_bias"),
                    Rename.of("attention.attention.relative_position_bias", "relative_position_bias")));

    private static final List<Rename> DINOV2 = joined(
            ATTENTION,
            List.of(
                    Rename.of("mlp.weights_in", "mlp.gate_proj", "mlp.up_proj"),
                    Rename.of("mlp.weights_out", "mlp.down_proj")));

    private static final List<Rename> SWIN = joined(
            List.of(
                    Rename.of("attention.self.query", "attention.q_proj"),
                    Rename.of("attention.self.key", "attention.k_proj"),
                    Rename.of("attention.self.value", "attention.v_proj"),
                    Rename.of(
                            "attention.self.relative_position_bias_table",
                            "attention.relative_position_bias.relative_position_bias_table"),
                    Rename.of("attention.output.dense", "attention.o_proj")),
            MLP);

    private TransformersNames() {}

    static WeightNames of(String modelType) {
        return switch (modelType) {
            case "vit", "vit_msn" -> new WeightNames("vit", VIT);
            case "deit" -> new WeightNames("deit", VIT);
            case "beit" -> new WeightNames("beit", BEIT);
            case "dinov2", "dinov2_with_registers" -> new WeightNames(modelType, DINOV2);
            case "data2vec-vision" -> new WeightNames("data2vec_vision", List.of());
            case "siglip" -> new WeightNames("siglip", List.of(Rename.of("vision_model.vision_model", "vision_model")));
            case "swin" -> new WeightNames("swin", SWIN);
            case "swinv2", "convnext", "convnextv2", "resnet" -> new WeightNames(modelType, List.of());
            default -> throw new IllegalArgumentException(modelType);
        };
    }

    private static List<Rename> joined(List<Rename> first, List<Rename> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
