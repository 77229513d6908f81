package whatis.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import whatis.classification.checkpoint.Architecture;
import whatis.classification.checkpoint.TinyCheckpoint;
import whatis.classification.checkpoint.VisionTransformerConfig;
import whatis.service.imagenet.ImageNetLabels;

/** A checkpoint with random weights and ImageNet's labels. */
public final class SmallModel {

    public static final String FOLDER = "target/small-model";

    private SmallModel() {}

    /** Writes it into the build folder. */
    public static void write() {
        try {
            new TinyCheckpoint(config(ImageNetLabels.all()), "F32", 1).write(Path.of(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VisionTransformerConfig config(List<String> labels) {
        VisionTransformerConfig small = TinyCheckpoint.smallConfig(Architecture.VIT);
        return new VisionTransformerConfig(
                small.architecture(),
                small.hiddenSize(),
                small.layers(),
                small.heads(),
                small.intermediateSize(),
                small.activation(),
                small.layerNormEps(),
                small.imageHeight(),
                small.imageWidth(),
                small.patchSize(),
                small.qkvBias(),
                labels);
    }
}
