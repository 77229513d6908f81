package whatis.experiment.variant;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a variant says about one row.
 *
 * @param label the best class, with all its synonyms; {@value #ERROR} if there is none
 * @param score softmax output, 0 to 1; 1 for an error
 * @param problem why there is no class, in words for the user; null if there is one
 * @param decodeNanos how long it took to turn the image's bytes into pixels
 * @param inferenceNanos how long the network took, which may have had other images in the same micro-batch
 */
public record Answer(String label, double score, @Nullable String problem, long decodeNanos, long inferenceNanos)
        implements Serializable {

    private static final String ERROR = "Error";

    /** Returns the answer on a row that can't be classified. */
    public static Answer error(String problem) {
        return new Answer(ERROR, 1, problem, 0, 0);
    }

    /** Returns the answer of an engine that has no such row, or no dataset at all. */
    public static Answer noSuchRow(int row) {
        return error("there is no row " + row);
    }
}
