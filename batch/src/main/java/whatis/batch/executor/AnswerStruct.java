package whatis.batch.executor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import whatis.batch.output.AnswerRow;
import whatis.batch.output.AnswerSchema;
import whatis.batch.output.Problem;
import whatis.classification.Prediction;

/** What Spark's queries get for an image: that part of a batch's row that says neither where the image was nor which model it met. */
public final class AnswerStruct {

    private static final Set<String> FIELDS = Set.of("label", "score", "top", "error", "milliseconds");

    private AnswerStruct() {}

    /** Returns its type, with the names and the order that files of answers have. */
    public static StructType type() {
        StructType row = new ParquetToSparkSchemaConverter(new SQLConf()).convert(AnswerSchema.PARQUET);
        return new StructType(Arrays.stream(row.fields())
                .filter(field -> FIELDS.contains(field.name()))
                .toArray(StructField[]::new));
    }

    /** Returns a value of this type. */
    static Row of(AnswerRow answer) {
        List<Row> top = answer.top().stream().map(AnswerStruct::of).toList();
        Prediction best = answer.top().isEmpty() ? null : answer.top().get(0);
        return RowFactory.create(
                best == null ? null : best.label(),
                best == null ? null : best.score(),
                top.toArray(),
                of(answer.error()),
                answer.milliseconds());
    }

    private static Row of(Prediction prediction) {
        return RowFactory.create(prediction.label(), prediction.score());
    }

    private static @Nullable Row of(@Nullable Problem error) {
        return error == null ? null : RowFactory.create(error.code(), error.message());
    }
}
