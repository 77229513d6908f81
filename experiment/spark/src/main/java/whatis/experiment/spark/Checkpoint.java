package whatis.experiment.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ResolvedModel;
import whatis.experiment.variant.CoreShare;
import whatis.hub.TerminalProgress;

/**
 * A checkpoint's files in memory, to be sent to executors as a broadcast variable: an executor has one, which builds the model
 * when the first task asks for it, and keeps it for the others. Safe for use by many threads.
 */
final class Checkpoint implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, byte[]> files;
    private transient @Nullable ImageClassifier classifier;

    private Checkpoint(Map<String, byte[]> files) {
        this.files = files;
    }

    /** Reads the files of the model that the settings name. */
    static Checkpoint read(ImageClassifierSettings settings) throws IOException {
        try {
            return new ModelResolver(settings.hub(), TerminalProgress.onStandardError())
                    .read(settings.model(), settings.fallback(), Checkpoint::of);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Checkpoint of(ResolvedModel model) {
        Map<String, byte[]> files = new HashMap<>();
        try {
            for (String name : model.fetch()) {
                try (InputStream in = Channels.newInputStream(model.files().open(name))) {
                    files.put(name, in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Checkpoint(files);
    }

    long bytes() {
        return files.values().stream().mapToLong(file -> file.length).sum();
    }

    /** Returns this executor's model, which is built once. */
    synchronized ImageClassifier classifier() throws IOException {
        if (classifier == null) {
            Path folder = Files.createTempDirectory("checkpoint");
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                Map<String, String> environment = new HashMap<>(System.getenv());
                environment.put("WHATIS_MODEL", folder.toString());
                classifier = CoreShare.AS_THE_LIBRARY_PLANS.load(environment);
            } finally {
                for (String file : files.keySet()) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.deleteIfExists(folder);
            }
        }
        return classifier;
    }

    /** Frees the model of this JVM, if there is one. */
    synchronized void close() {
        if (classifier != null) {
            classifier.close();
            classifier = null;
        }
    }
}
