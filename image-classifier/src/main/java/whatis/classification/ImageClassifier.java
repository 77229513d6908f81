package whatis.classification;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.engine.QueueFullException;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ModelUnavailableException;
import whatis.classification.network.CalibrationException;
import whatis.classification.timing.DeadlineExceededException;
import whatis.hub.DownloadProgress;
import whatis.hub.LogProgress;
import whatis.image.ImageRejectedException;

/** Names what an image shows. Safe for use by many threads; close it to free native memory. */
public interface ImageClassifier extends AutoCloseable {

    /**
     * Finds, loads and warms up a model. Downloads are told to the log.
     *
     * @throws ModelUnavailableException as below
     * @throws CheckpointException as below
     * @throws CalibrationException as below
     * @throws IllegalArgumentException as below
     * @throws UncheckedIOException as below
     */
    static ImageClassifier load(ImageClassifierSettings settings) {
        return load(settings, new LogProgress());
    }

    /**
     * Finds, loads and warms up a model.
     *
     * @param progress told of every download
     * @throws ModelUnavailableException if the model can't be had
     * @throws CheckpointException if the model is damaged or of a kind that isn't supported
     * @throws CalibrationException if int8 is asked for, and isn't calibrated for this very model or doesn't work
     * @throws IllegalArgumentException if this machine can't run the precision
     * @throws UncheckedIOException if the model can't be read or a temporary file can't be written
     */
    static ImageClassifier load(ImageClassifierSettings settings, DownloadProgress progress) {
        return new ModelResolver(settings.hub(), progress)
                .read(settings.model(), settings.fallback(), model -> CheckpointClassifier.load(model, settings));
    }

    /**
     * Classifies one image and waits for the answer, at most as long as the settings' deadline.
     *
     * @param image an encoded JPEG, PNG, GIF, BMP, WebP or TIFF; the first frame counts
     * @param top how many predictions to return, at least 1; more than there are labels returns all
     * @return the best predictions, best first
     * @throws ImageRejectedException if it isn't such an image, is broken or too large; its message is for users
     * @throws QueueFullException if too many images wait
     * @throws DeadlineExceededException if the answer doesn't come in time
     * @throws CancellationException if the calling thread is interrupted; its interrupt status stays set
     * @throws IllegalStateException if the classifier is closed
     */
    List<Prediction> classify(byte[] image, int top);

    /**
     * Classifies one image as {@link #classify(byte[], int)} does, and tells everything about it.
     *
     * @throws ImageRejectedException as there
     * @throws QueueFullException as there
     * @throws DeadlineExceededException as there
     * @throws CancellationException as there
     * @throws IllegalStateException as there
     */
    Classification classify(byte[] image);

    /** Returns the checkpoint's labels in its order. */
    List<String> labels();

    /**
     * Returns how much time passes from one answer to the next while there is more than enough to do, by the latest answers.
     * An image that comes behind n others waits about n times as long.
     */
    Duration timePerImage();

    /** Returns how many images wait for the network; those in it and those that are being decoded don't count. */
    int waiting();

    /** Tells which model answers. */
    ModelDescription model();

    /** Finishes the images in work, then frees all native memory. Calling it again does nothing. */
    @Override
    void close();
}
