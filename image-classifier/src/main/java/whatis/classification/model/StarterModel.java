package whatis.classification.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatis.classification.checkpoint.CheckpointFiles;

/** The small model that ships as an artefact of its own. */
final class StarterModel {

    private static final Logger log = LoggerFactory.getLogger(StarterModel.class);
    private static final String FOLDER = "whatis/startermodel";

    private final ClassLoader loader;

    StarterModel(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Returns the model, and warns.
     *
     * @throws ModelUnavailableException if the artefact is not there
     */
    ResolvedModel insteadOf(String model, ModelUnavailableException problem) {
        if (loader.getResource(FOLDER + "/config.json") == null) {
            throw ModelUnavailableException.hubDown(problem.getMessage()
                    + " The fallback WHATIS_MODEL_FALLBACK=starter is not there either: add the artefact"
                    + " whatis:starter-model to the classpath.");
        }
        log.warn(
                "STARTER MODEL: answers are less accurate than those of {}, which could not be had. {} To fail instead,"
                        + " set WHATIS_MODEL_FALLBACK=none.",
                model,
                problem.getMessage());
        return new ResolvedModel("starter-model", "", true, CheckpointFiles.onClasspath(loader, FOLDER));
    }
}
