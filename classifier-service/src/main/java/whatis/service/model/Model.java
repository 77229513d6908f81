package whatis.service.model;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.ImageClassifier;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.model.ModelUnavailableException;

/**
 * The model, as soon as it is there: it is loaded in the background, so that the web server can say so meanwhile. Safe for
 * use by many threads; close it to free native memory.
 */
public final class Model implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Model.class);

    private final Supplier<ImageClassifier> load;
    private final Runnable onFailure;
    private final CompletableFuture<ImageClassifier> classifier = new CompletableFuture<>();

    /**
     * @param load finds, loads and warms up the model
     * @param onFailure called once the log says why there will be no model
     */
    Model(Supplier<ImageClassifier> load, Runnable onFailure) {
        this.load = load;
        this.onFailure = onFailure;
    }

    /** Returns the classifier, or nothing while it is being loaded. */
    public Optional<ImageClassifier> classifier() {
        return Optional.ofNullable(classifier.getNow(null));
    }

    /** Has something done with the classifier: at once, or as soon as it is there. */
    public void whenLoaded(Consumer<ImageClassifier> action) {
        classifier.thenAccept(action);
    }

    /** Begins to load, and returns at once. */
    void start() {
        Thread loader = new Thread(this::load, "model-loader");
        // A program that ends meanwhile need not wait for a download.
        loader.setDaemon(true);
        loader.start();
    }

    private void load() {
        long begin = System.nanoTime();
        try {
            ImageClassifier loaded = load.get();
            classifier.complete(loaded);
            LOG.info("Ready after {} ms: {}", (System.nanoTime() - begin) / 1_000_000, loaded.model());
        } catch (ModelUnavailableException | CheckpointException | IllegalArgumentException e) {
            LOG.error("No model, so this service ends. {}", e.getMessage());
            onFailure.run();
        } catch (RuntimeException | Error e) {
            LOG.error("No model, so this service ends.", e);
            onFailure.run();
        }
    }

    @Override
    public void close() {
        classifier().ifPresent(ImageClassifier::close);
    }
}
