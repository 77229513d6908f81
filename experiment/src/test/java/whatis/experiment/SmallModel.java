package whatis.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import whatis.classification.ImageClassifier;
import whatis.classification.network.TinyCheckpoint;
import whatis.experiment.variant.CoreShare;

/** A checkpoint with random weights where the environment of the tests says that the model is. */
public final class SmallModel {

    private SmallModel() {}

    /** Writes it, for this process and for those that it starts. */
    public static void write() {
        try {
            TinyCheckpoint.of("vit").write(Path.of(System.getenv("WHATIS_MODEL")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Callable<ImageClassifier> loader() {
        return () -> CoreShare.ONE_CORE.load(System.getenv());
    }
}
