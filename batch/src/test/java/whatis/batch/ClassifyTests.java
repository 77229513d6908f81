package whatis.batch;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.batch.executor.ApplicationModel;
import whatis.classification.ImageClassifier;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.Prediction;

class ClassifyTests {

    private static final int ROWS = 100;
    private static final int EMPTY = 5;
    private static final int BROKEN = 9;
    private static final String BATCH_SIZE = "spark.sql.parquet.columnarReaderBatchSize";

    @TempDir
    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static SparkSession session;

    @BeforeAll
    static void write() throws IOException {
        session = TestSession.builder().config("spark.whatis.top", 2).getOrCreate();
        List<byte @Nullable []> images = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            images.add(row == EMPTY ? null : row == BROKEN ? new byte[] {1, 2, 3} : Picture.drawn(row % 20));
        }
        ImageTable.write(folder.resolve("images.parquet"), images, 40, 10);
    }

    @AfterAll
    static void stop() {
        TestSession.stop(session);
    }

    private static Dataset<Row> images() {
        return session.read().parquet(folder.resolve("images.parquet").toString());
    }

    private static List<Row> classified() {
        return Classify.of(images(), "image.bytes").orderBy("label").collectAsList();
    }

    private static ApplicationModel model() throws IOException {
        return DriverModel.of(
                session.sparkContext(),
                QuerySettings.of(session.conf(), System.getenv()).model());
    }

    @Test
    void ofWhenRowsHaveImagesExpectTheLibrarysAnswersBesideWhatTheRowsHad() throws Exception {
        List<Row> rows = classified();
        assertThat(rows)
                .extracting(row -> row.getAs("label"))
                .isEqualTo(LongStream.range(0, ROWS).boxed().toList());
        try (ImageClassifier classifier =
                ImageClassifier.load(ImageClassifierSettings.fromEnvironment(System.getenv()))) {
            for (int i = 20; i < 40; i++) {
                List<Prediction> expected =
                        classifier.classify(rows.get(i).getStruct(0).getAs("bytes"), 2);
                Row answer = rows.get(i).getAs("whatis");
                assertThat(answer.<String>getAs("label"))
                        .isEqualTo(expected.get(0).label());
                assertThat(answer.<Double>getAs("score"))
                        .isCloseTo(expected.get(0).score(), within(1e-6));
                assertThat(answer.<Row>getList(answer.fieldIndex("top")))
                        .extracting(row -> row.getString(0))
                        .isEqualTo(expected.stream().map(Prediction::label).toList());
                assertThat(answer.<Row>getAs("error")).isNull();
                assertThat(answer.<Double>getAs("milliseconds")).isPositive();
            }
        }
    }

    @Test
    void ofWhenAnImageIsMissingOrBrokenExpectItsErrorAndAllOtherAnswers() {
        List<Row> rows = classified();
        assertThat(rows.get(EMPTY).<Row>getAs("whatis").<Row>getAs("error").getString(0))
                .isEqualTo("row-empty");
        assertThat(rows.get(BROKEN).<Row>getAs("whatis").<Row>getAs("error").getString(0))
                .isEqualTo("unsupported-image-format");
        assertThat(rows.get(BROKEN).<Row>getAs("whatis").<String>getAs("label")).isNull();
        assertThat(rows.stream().filter(row -> row.<Row>getAs("whatis").getAs("error") != null))
                .hasSize(2);
    }

    /** Images that were read ahead in vain must not take the place of others. */
    @Test
    void ofWhenOnlyTheFirstRowIsTakenExpectOthersToBeAnsweredAfterwards() {
        Dataset<Row> classified = Classify.of(images(), "image.bytes");
        for (int i = 0; i < 6; i++) {
            assertThat(classified.takeAsList(1)).hasSize(1);
        }
        assertThat(classified.count()).isEqualTo(ROWS);
    }

    @Test
    void functionWhenCalledExpectTheSameAnswersAndOneLoad() throws Exception {
        Classify.register(session);
        images().createOrReplaceTempView("images");
        List<Row> rows = session.sql("SELECT whatis(image.bytes) AS whatis FROM images ORDER BY images.label")
                .collectAsList();
        assertThat(rows)
                .extracting(ClassifyTests::answer)
                .isEqualTo(classified().stream().map(ClassifyTests::answer).toList());
        assertThat(model().loads().value()).isEqualTo(1);
    }

    /** Labels and errors: scores differ in their last digits with the images that went through the network together. */
    private static String answer(Row row) {
        Row answer = row.getAs("whatis");
        return answer.getAs("label") + " " + answer.getAs("error");
    }

    @Test
    void functionWhenAQueryFiltersByAnswersExpectOnlyThese() {
        Classify.register(session);
        images().createOrReplaceTempView("images");
        assertThat(session.sql(
                                "SELECT whatis(image.bytes).error.code FROM images WHERE whatis(image.bytes).error IS NOT NULL")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("row-empty", "unsupported-image-format");
    }

    @Test
    void functionWhenArgumentsAreWrongExpectError() {
        Classify.register(session);
        assertThatThrownBy(() -> session.sql("SELECT whatis(1, 2)")).hasMessageContaining("takes one argument");
        assertThatThrownBy(() -> session.sql("SELECT whatis(struct(1))")).hasMessageContaining("BINARY");
    }

    @Test
    void ofWhenTheColumnHasNoBytesExpectError() {
        assertThatThrownBy(() -> Classify.of(images(), "image"))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("name the field");
        assertThatThrownBy(() -> Classify.of(images(), "label"))
                .hasMessageContaining("has bigint instead of the bytes");
        assertThatThrownBy(() -> Classify.of(images(), "photo")).hasMessageContaining("photo");
    }

    @Test
    void ofWhenThereIsSuchAColumnExpectError() {
        assertThatThrownBy(() -> Classify.of(images().withColumn("Whatis", col("label")), "image.bytes"))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("rename it");
    }

    @Test
    void ofWhenTheSessionWantsAnotherModelExpectError() {
        Classify.of(images(), "image.bytes");
        SparkSession other = session.newSession();
        other.conf().set("spark.whatis.model", folder.toString());
        Dataset<Row> images =
                other.read().parquet(folder.resolve("images.parquet").toString());
        assertThatThrownBy(() -> Classify.of(images, "image.bytes"))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("takes another application");
    }

    @Test
    void ofWhenTheNumberOfLabelsIsNoneExpectError() {
        SparkSession other = session.newSession();
        other.conf().set("spark.whatis.top", "none");
        Dataset<Row> images =
                other.read().parquet(folder.resolve("images.parquet").toString());
        assertThatThrownBy(() -> Classify.of(images, "image.bytes"))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("spark.whatis.top: 'none'");
    }

    @Test
    void ofWhenTheSessionDoesNotSayHowManyRowsExpectFewAtOnce() {
        Classify.of(images(), "image.bytes");
        assertThat(session.conf().get(BATCH_SIZE)).isEqualTo("64");
        SparkSession other = session.newSession();
        other.conf().set(BATCH_SIZE, 16);
        Classify.of(other.read().parquet(folder.resolve("images.parquet").toString()), "image.bytes");
        assertThat(other.conf().get(BATCH_SIZE)).isEqualTo("16");
    }
}
