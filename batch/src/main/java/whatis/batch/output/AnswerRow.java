package whatis.batch.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.classification.Prediction;

/**
 * What is written about an image.
 *
 * @param source its file, or the Parquet file that has it
 * @param row its row in a Parquet file, from 0; null for a file
 * @param top the best predictions, best first; empty if there is an error
 * @param error why there is no answer; null if there is one
 * @param milliseconds how long it took to decode the image and to run the network on its micro-batch; 0 if there is an error
 */
public record AnswerRow(
        String source,
        @Nullable Long row,
        List<Prediction> top,
        @Nullable Problem error,
        double milliseconds) {

    /** Says that an image has no answer. */
    public static AnswerRow failed(String source, @Nullable Long row, Problem error) {
        return new AnswerRow(source, row, List.of(), error, 0);
    }
}
