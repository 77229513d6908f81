package whatis.commandline;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.Precision;

/** The options of every command that runs a model. What is not given is left to the environment. */
public final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "FOLDER|OWNER/NAME[@REVISION]",
            description = "Checkpoint in the Hugging Face layout: a folder, or a model of the hub."
                    + " Default: the environment's WHATIS_MODEL.")
    private @Nullable String model;

    @Option(
            names = "--precision",
            paramLabel = "fp32|bf16|int8|auto",
            description = "Number format of the model; auto takes the faster float on this CPU;"
                    + " int8 needs a calibration of the very model."
                    + " Default: the environment's WHATIS_PRECISION, else auto.")
    private @Nullable Precision precision;

    /** Tells whether any of them was given. */
    boolean given() {
        return model != null || precision != null;
    }

    /**
     * Joins the options with the environment.
     *
     * @throws IllegalArgumentException if a variable of the environment makes no sense
     */
    public ImageClassifierSettings settings(Map<String, String> environment) {
        ImageClassifierSettings settings = ImageClassifierSettings.fromEnvironment(environment);
        if (model != null) {
            settings = settings.withModel(model);
        }
        return precision == null ? settings : settings.withPrecision(precision);
    }
}
