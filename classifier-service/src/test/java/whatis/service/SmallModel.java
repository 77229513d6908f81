package whatis.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import whatis.classification.network.TinyCheckpoint;
import whatis.service.imagenet.ImageNetLabels;

/** A checkpoint with random weights and ImageNet's labels. */
public final class SmallModel {

    public static final String FOLDER = "target/small-model";

    private SmallModel() {}

    /** Writes it into the build folder. */
    public static void write() {
        try {
            TinyCheckpoint.of("vit").withLabels(ImageNetLabels.all()).write(Path.of(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
