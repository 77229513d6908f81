package whatis.batch.output;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import whatis.classification.Prediction;

/** Tells Parquet of rows, field by field, in the order of {@link AnswerSchema#PARQUET}. */
final class AnswerColumns {

    private final RecordConsumer out;
    private final Origin origin;

    AnswerColumns(RecordConsumer out, Origin origin) {
        this.out = out;
        this.origin = origin;
    }

    void write(AnswerRow row) {
        out.startMessage();
        text(0, "source", row.source());
        if (row.row() != null) {
            long number = row.row();
            field(1, "row", () -> out.addLong(number));
        }
        if (!row.top().isEmpty()) {
            text(2, "label", row.top().get(0).label());
            number(3, "score", row.top().get(0).score());
        }
        field(4, "top", () -> group(() -> top(row)));
        if (row.error() != null) {
            Problem error = row.error();
            field(
                    5,
                    "error",
                    () -> group(() -> {
                        text(0, "code", error.code());
                        text(1, "message", error.message());
                    }));
        }
        text(6, "model", origin.model());
        text(7, "revision", origin.revision());
        text(8, "precision", origin.precision());
        text(9, "version", origin.version());
        number(10, "milliseconds", row.milliseconds());
        out.endMessage();
    }

    private void top(AnswerRow row) {
        if (row.top().isEmpty()) {
            return;
        }
        field(0, "list", () -> {
            for (Prediction prediction : row.top()) {
                group(() -> field(
                        0,
                        "element",
                        () -> group(() -> {
                            text(0, "label", prediction.label());
                            number(1, "score", prediction.score());
                        })));
            }
        });
    }

    private void text(int index, String name, String value) {
        field(index, name, () -> out.addBinary(Binary.fromString(value)));
    }

    private void number(int index, String name, double value) {
        field(index, name, () -> out.addDouble(value));
    }

    private void field(int index, String name, Runnable value) {
        out.startField(name, index);
        value.run();
        out.endField(name, index);
    }

    private void group(Runnable fields) {
        out.startGroup();
        fields.run();
        out.endGroup();
    }
}
