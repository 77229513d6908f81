package whatis.batch;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whatis.batch.executor.BatchModel;
import whatis.batch.output.OutputFormat;
import whatis.classification.ImageClassifierSettings;

/**
 * What a batch is to be.
 *
 * @param input a folder, a glob, a manifest or a file
 * @param output the folder for the answers
 * @param top how many labels an image gets, at least 1
 * @param column where Parquet files have their images; null for the usual ones
 * @param model which model, in which precision
 * @param master the cluster; null for that of spark-submit, else this machine
 * @param existing what to do if there is a batch already
 * @param maxErrors how many images may be without an answer
 */
record BatchSettings(
        String input,
        String output,
        OutputFormat format,
        int top,
        @Nullable String column,
        ImageClassifierSettings model,
        @Nullable String master,
        Existing existing,
        ErrorLimit maxErrors) {

    /** Returns all that the answers of a model depend on but the input, in words for users. */
    Map<String, String> answered(BatchModel model) {
        return Map.of(
                "checkpoint", model.digest(),
                "model", model.origin().model() + "@" + model.origin().revision(),
                "precision", model.precision().toString(),
                "version", model.origin().version(),
                "--format", format.toString(),
                "--top", Integer.toString(top),
                "--column", Objects.requireNonNullElse(column, "not named"));
    }
}
