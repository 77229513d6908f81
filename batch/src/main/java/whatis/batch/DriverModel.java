package whatis.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import whatis.batch.executor.ApplicationModel;
import whatis.batch.executor.BatchModel;
import whatis.batch.executor.ResidentModel;
import whatis.classification.ImageClassifierSettings;
import whatis.hub.LogProgress;

/** The model that this driver has chosen for its Spark application, when it was first asked for one. */
final class DriverModel {

    private static @Nullable DriverModel current;

    private final SparkContext application;
    private final ImageClassifierSettings settings;
    private final Scratch scratch;
    private final ApplicationModel model;

    private DriverModel(
            SparkContext application, ImageClassifierSettings settings, Scratch scratch, ApplicationModel model) {
        this.application = application;
        this.settings = settings;
        this.scratch = scratch;
        this.model = model;
    }

    /**
     * Returns the model of an application, and sends it to the executors if this is the first call. Safe for use by many threads.
     *
     * @throws BatchException if the application has another model already
     */
    static synchronized ApplicationModel of(SparkContext application, ImageClassifierSettings settings)
            throws IOException {
        DriverModel chosen = current;
        if (chosen == null || chosen.application != application) {
            // A JVM has one application at a time, so the one before has ended.
            if (chosen != null) {
                ResidentModel.release();
                chosen.scratch.close();
            }
            chosen = choose(application, settings);
            current = chosen;
        }
        if (!chosen.settings.equals(settings)) {
            throw BatchException.wrongInput(
                    ("This Spark application classifies with %s in %s already: another model, or precision, takes"
                                    + " another application.")
                            .formatted(
                                    chosen.model.model().origin().model(),
                                    chosen.model.model().precision()));
        }
        return chosen.model;
    }

    private static DriverModel choose(SparkContext application, ImageClassifierSettings settings) throws IOException {
        Scratch scratch = new Scratch();
        try {
            BatchModel model = new ChosenModel(settings, scratch.model()).choose(new LogProgress());
            if (!application.isLocal()) {
                Path archive = scratch.archive("whatis-" + model.digest());
                model = model.sentAs(SparkStart.send(new JavaSparkContext(application), archive));
            }
            ApplicationModel sent = new ApplicationModel(model, application.longAccumulator("models loaded"));
            return new DriverModel(application, settings, scratch, sent);
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }
}
