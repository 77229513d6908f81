package whatis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import whatis.batch.executor.AnswerStruct;
import whatis.batch.executor.ApplicationModel;
import whatis.batch.executor.RowsFunction;

/**
 * Classifies images within Spark's queries. An answer is a struct: {@code label}, {@code score}, {@code top} (an array of structs with
 * {@code label} and {@code score}, best first), {@code error} (a struct with {@code code} and {@code message}; null if there is an
 * answer) and {@code milliseconds}. An image that can't be answered, or is null, has an error and fails no query.
 *
 * <p>Spark's configuration says which model: {@code spark.whatis.model}, {@code spark.whatis.precision} and {@code spark.whatis.top},
 * else the environment's {@code WHATIS_MODEL} and {@code WHATIS_PRECISION}, and 5 labels. The driver finds the model when a query first
 * needs it, and it is the application's from then on: each executor loads it once. Unless the session says otherwise, it reads 64
 * rows of Parquet files at once from then on, because Spark's own 4,096 images fill a heap. Safe for use by many threads.
 */
public final class Classify {

    private Classify() {}

    /**
     * Adds the column {@value SqlFunction#NAME} with the answers. Each task reads some images ahead, so that all cores have work with
     * few tasks, too.
     *
     * @param column the images' bytes; with dots for fields within fields, such as {@code image.bytes}
     * @throws BatchException if the column has no bytes, the dataset has a column {@value SqlFunction#NAME} already, or the
     *     application another model
     * @throws IllegalArgumentException if the configuration makes no sense
     * @throws UncheckedIOException if the model can't be had
     */
    public static Dataset<Row> of(Dataset<Row> dataset, String column) {
        DataType type = dataset.select(dataset.col(column)).schema().fields()[0].dataType();
        if (!(type instanceof BinaryType)) {
            throw BatchException.wrongInput("The column %s has %s instead of the bytes of images%s."
                    .formatted(
                            column,
                            type.simpleString(),
                            type instanceof StructType ? ": name the field that has them, such as image.bytes" : ""));
        }
        if (Arrays.stream(dataset.columns()).anyMatch(SqlFunction.NAME::equalsIgnoreCase)) {
            throw BatchException.wrongInput(
                    "The dataset has a column %s already: rename it, or drop it.".formatted(SqlFunction.NAME));
        }
        SparkSession session = dataset.sparkSession();
        QuerySettings settings = QuerySettings.of(session.conf(), System.getenv());
        RowsFunction function = new RowsFunction(model(session, settings), settings.top());
        StructType answered = dataset.schema().add(SqlFunction.NAME, AnswerStruct.type(), false);
        return dataset.withColumn(SqlFunction.NAME, dataset.col(column))
                .mapPartitions(function, Encoders.row(answered));
    }

    /**
     * Lets a session's queries call {@code whatis(bytes)}. {@link WhatisExtensions} does so without code. The function classifies an
     * image at a time, in the thread of the task: give Spark a task for each core.
     */
    public static void register(SparkSession session) {
        ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .functionRegistry()
                .createOrReplaceTempFunction(SqlFunction.NAME, SqlFunction.builder(), SqlFunction.SOURCE);
    }

    static ApplicationModel model(SparkSession session, QuerySettings settings) {
        try {
            QuerySettings.readFewRowsAtOnce(session.conf());
            return DriverModel.of(session.sparkContext(), settings.model());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
