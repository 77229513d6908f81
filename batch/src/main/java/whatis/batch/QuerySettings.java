package whatis.batch;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.Precision;
import whatis.commandline.PositiveNumber;

/**
 * What a session's queries classify with, as Spark's configuration says, else the environment.
 *
 * @param model which model, in which precision
 * @param top how many predictions an image gets, at least 1
 */
record QuerySettings(ImageClassifierSettings model, int top) {

    private static final String MODEL = "spark.whatis.model";
    private static final String PRECISION = "spark.whatis.precision";
    private static final String TOP = "spark.whatis.top";

    private static final String DEFAULT_TOP = "5";

    private static final String ROWS_AT_ONCE = "spark.sql.parquet.columnarReaderBatchSize";

    /** Spark's own default is 4,096 rows, which as images take hundreds of megabytes a core. */
    private static final int ROWS_OF_IMAGES = 64;

    /**
     * Reads both.
     *
     * @throws BatchException if the number of predictions makes no sense
     * @throws IllegalArgumentException if another value makes no sense
     */
    static QuerySettings of(RuntimeConfig conf, Map<String, String> environment) {
        try {
            ImageClassifierSettings settings = ImageClassifierSettings.fromEnvironment(environment);
            String model = value(conf, MODEL);
            String precision = value(conf, PRECISION);
            String top = value(conf, TOP);
            settings = model == null ? settings : settings.withModel(model);
            settings = precision == null ? settings : settings.withPrecision(Precision.parse(precision));
            return new QuerySettings(settings, new PositiveNumber().convert(top == null ? DEFAULT_TOP : top));
        } catch (TypeConversionException e) {
            throw BatchException.wrongInput(TOP + ": " + e.getMessage() + ".");
        }
    }

    /** Has a session read few rows of Parquet files at once, unless it was told how many. */
    static void readFewRowsAtOnce(RuntimeConfig conf) {
        if (!conf.getAll().contains(ROWS_AT_ONCE)) {
            conf.set(ROWS_AT_ONCE, ROWS_OF_IMAGES);
        }
    }

    private static @Nullable String value(RuntimeConfig conf, String key) {
        String value = conf.get(key, "").strip();
        return value.isEmpty() ? null : value;
    }
}
