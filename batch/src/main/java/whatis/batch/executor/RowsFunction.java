package whatis.batch.executor;

import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Classifies the images of a task's rows, several at the same time.
 *
 * @param top how many predictions an image gets
 */
public record RowsFunction(ApplicationModel model, int top) implements MapPartitionsFunction<Row, Row> {

    /**
     * Returns rows with an {@link AnswerStruct} in the place of the image.
     *
     * @param rows whose last column has the bytes of images
     */
    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws IOException {
        ClassifiedRows classified = new ClassifiedRows(rows, model.threads(), top);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> classified.close());
        return classified;
    }
}
