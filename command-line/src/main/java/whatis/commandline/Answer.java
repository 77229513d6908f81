package whatis.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whatis.classification.Prediction;

/**
 * What a file shows, or why that can't be told.
 *
 * @param guesses best first; empty if it failed
 */
record Answer(Path file, List<Prediction> guesses, @Nullable Failure failure) {

    /** Answers a file whose problem is known. */
    static Answer notPossible(ImageFile file) {
        return new Answer(file.path(), List.of(), Objects.requireNonNull(file.problem()));
    }
}
