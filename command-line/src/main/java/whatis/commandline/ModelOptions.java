package whatis.commandline;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs a model. What is not given is left to the environment. */
final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "FOLDER|OWNER/NAME[@REVISION]",
            description = "Checkpoint in the Hugging Face layout: a folder, or a model of the hub."
                    + " Default: the environment's WHATIS_MODEL.")
    private @Nullable String model;

    @Option(
            names = "--precision",
            paramLabel = "fp32|bf16|auto",
            description = "Number format of the model; auto takes what is fastest on this CPU."
                    + " Default: the environment's WHATIS_PRECISION, else auto.")
    private @Nullable Precision precision;

    @Nullable
    String model() {
        return model;
    }

    @Nullable
    Precision precision() {
        return precision;
    }
}
