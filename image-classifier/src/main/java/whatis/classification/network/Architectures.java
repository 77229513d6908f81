package whatis.classification.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.TimmConfig;

/** The architectures that run. */
final class Architectures {

    private static final List<Architecture> ALL = List.of(
            new Vit(),
            new Deit(),
            new VitMsn(),
            new Dinov2(),
            new Dinov2WithRegisters(),
            new Beit(),
            new Data2vecVision(),
            new Siglip(),
            new Swin(),
            new Swinv2(),
            new Convnext(),
            new Convnextv2(),
            new Resnet(),
            new Timm());

    private Architectures() {}

    static List<Architecture> all() {
        return ALL;
    }

    /**
     * Finds the architecture that {@code model_type} names; timm writes none.
     *
     * @throws CheckpointException if it isn't among them
     */
    static Architecture of(JsonFields config) {
        String modelType = config.string("model_type")
                .or(() -> TimmConfig.isOne(config) ? Optional.of(Timm.MODEL_TYPE) : Optional.empty())
                .orElseThrow(() -> config.refusal("model_type is missing; whatis runs checkpoints of " + names()));
        return ALL.stream()
                .filter(architecture -> architecture.modelType().equals(modelType))
                .findFirst()
                .orElseThrow(() -> config.refusal(
                        "model_type is \"%s\", which whatis doesn't run; it runs %s".formatted(modelType, names())));
    }

    private static String names() {
        return ALL.stream().map(Architecture::modelType).collect(Collectors.joining(", "));
    }
}
