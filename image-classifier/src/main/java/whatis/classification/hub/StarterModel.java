package whatis.classification.hub;

import java.util.List;
import java.util.stream.Collectors;
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
     * Returns the model and warns in a way that nobody overlooks.
     *
     * @throws ModelUnavailableException if the artefact is not there
     */
    ResolvedModel insteadOf(String model, ModelUnavailableException problem) {
        if (loader.getResource(FOLDER + "/" + ModelFiles.WEIGHTS) == null) {
            throw ModelUnavailableException.hubDown(problem.getMessage()
                    + " The fallback WHATIS_MODEL_FALLBACK=starter is not there either: add the artefact"
                    + " whatis:starter-model to the classpath.");
        }
        log.warn(framed(List.of(
                "STARTER MODEL: answers are less accurate than those of " + model + ",",
                "which could not be had:",
                problem.getMessage(),
                "To fail instead, set WHATIS_MODEL_FALLBACK=none.")));
        return new ResolvedModel("starter-model", "", true, CheckpointFiles.onClasspath(loader, FOLDER));
    }

    private static String framed(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String edge = "*".repeat(width + 4);
        return lines.stream()
                .map(line -> "* " + line + " ".repeat(width - line.length()) + " *")
                .collect(Collectors.joining("\n", "\n" + edge + "\n", "\n" + edge));
    }
}
