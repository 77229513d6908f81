package whatis.batch.executor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import whatis.batch.input.ImageSource;
import whatis.batch.input.SourceImage;
import whatis.batch.output.AnswerRow;

/** Rows whose last column, an image, becomes the answer to it. For one thread. */
final class ClassifiedRows implements Iterator<Row>, AutoCloseable {

    private final Answers answers;
    /** Rows whose images are being classified. */
    private final Queue<Row> ahead = new ArrayDeque<>();

    private @Nullable AnswerRow next;

    ClassifiedRows(Iterator<Row> rows, ClassifierThreads threads, int top) {
        this.answers = threads.answers(new Images(rows), top);
    }

    /** The images of rows, which are kept. */
    private final class Images implements ImageSource {

        private final Iterator<Row> rows;

        Images(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable SourceImage next() {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            ahead.add(row);
            return SourceImage.inRow("", null, (byte[]) row.get(row.size() - 1));
        }

        @Override
        public void close() {
            // Spark closes what it reads the rows from.
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = answers.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The task was ended.", e);
            }
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = ahead.remove();
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length - 1; i++) {
            values[i] = row.get(i);
        }
        values[values.length - 1] = AnswerStruct.of(next);
        next = null;
        return RowFactory.create(values);
    }

    @Override
    public void close() {
        answers.close();
    }
}
