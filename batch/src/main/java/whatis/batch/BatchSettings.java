package whatis.batch;

import org.jspecify.annotations.Nullable;
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
        ErrorLimit maxErrors) {}
