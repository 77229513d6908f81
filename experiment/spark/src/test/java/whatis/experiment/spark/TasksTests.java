package whatis.experiment.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.network.TinyCheckpoint;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.RowRange;
import whatis.experiment.variant.Variant;
import whatis.experiment.variant.VariantSettings;

class TasksTests {

    private static final int ROWS = 5;
    private static final int BROKEN = 3;

    @TempDir
    private static Path folder = Path.of("");

    private static SparkSession spark = LocalSpark.start(2);
    private static List<String> files = List.of();

    /** Two files of the same five rows: a picture, but for one that is broken. */
    @BeforeAll
    static void write() throws Exception {
        TinyCheckpoint.of("vit").write(Path.of(System.getenv("WHATIS_MODEL")));
        files = List.of(parquet("first"), parquet("second"));
    }

    private static String parquet(String name) throws Exception {
        StructType image = new StructType().add("bytes", DataTypes.BinaryType).add("path", DataTypes.StringType);
        StructType schema = new StructType().add("image", image).add("label", DataTypes.LongType);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            byte[] bytes = row == BROKEN ? new byte[] {1, 2, 3} : Picture.drawn(row);
            rows.add(RowFactory.create(RowFactory.create(bytes, null), (long) row));
        }
        Path target = folder.resolve(name);
        spark.createDataFrame(rows, schema)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(target.toString());
        try (Stream<Path> parts = Files.list(target)) {
            return parts.filter(part -> part.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Measurement run(String rows) throws Exception {
        VariantSettings settings = new VariantSettings(Variant.B, files, RowRange.parse(rows), 2, false, null, 0);
        return new Tasks(spark, settings, new Progress(settings, System.err)).run();
    }

    @Test
    void runWhenRowsAreInSeveralFilesExpectAnAnswerForEachInOrder() throws Exception {
        List<Answer> answers = run("0:11").answers();
        assertThat(answers).hasSize(11);
        for (int row = 0; row < 11; row++) {
            boolean bad = row == BROKEN || row == ROWS + BROKEN || row == 2 * ROWS;
            assertThat(answers.get(row).problem() != null).as("row %d", row).isEqualTo(bad);
        }
        // The files are the same, so their rows are, but for the rounding of bf16 on one thread or several.
        assertThat(answers.get(1).score()).isCloseTo(answers.get(ROWS + 1).score(), within(0.01));
        assertThat(answers.get(2 * ROWS).problem()).isEqualTo("there is no row 10");
    }

    @Test
    void runWhenMeasuredExpectTheCheckpointShippedOnce() throws Exception {
        Measurement measurement = run("0:10:7");
        long checkpoint;
        try (Stream<Path> parts = Files.list(Path.of(System.getenv("WHATIS_MODEL")))) {
            checkpoint = parts.mapToLong(part -> part.toFile().length()).sum();
        }
        assertThat(measurement.shipped()).isEqualTo(checkpoint + Picture.drawn(0).length + Picture.drawn(2).length);
        assertThat(measurement.seconds(Phase.MODEL_LOAD)).isPositive();
    }
}
