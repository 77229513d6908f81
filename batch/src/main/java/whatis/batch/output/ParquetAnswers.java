package whatis.batch.output;

import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** How rows become a Parquet file, whose footer tells how many of the images have no answer. */
final class ParquetAnswers extends WriteSupport<AnswerRow> {

    /** What the footer calls the number of images without an answer. */
    static final String ERRORS = "whatis.errors";

    private final Origin origin;
    private @Nullable AnswerColumns columns;
    private long errors;

    private ParquetAnswers(Origin origin) {
        this.origin = origin;
    }

    static final class Builder extends ParquetWriter.Builder<AnswerRow, Builder> {

        private final Origin origin;

        Builder(OutputFile file, Origin origin) {
            super(file);
            this.origin = origin;
        }

        @Override
        protected Builder self() {
            return this;
        }

        // Deprecated, but abstract.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<AnswerRow> getWriteSupport(Configuration configuration) {
            return new ParquetAnswers(origin);
        }
    }

    // Deprecated, but abstract.
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return new WriteContext(AnswerSchema.PARQUET, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        columns = new AnswerColumns(consumer, origin);
    }

    @Override
    public void write(AnswerRow row) {
        Objects.requireNonNull(columns, "prepareForWrite comes first").write(row);
        errors += row.error() == null ? 0 : 1;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.of(ERRORS, Long.toString(errors)));
    }
}
