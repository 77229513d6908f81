package whatis.batch.executor;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import whatis.batch.input.SourceImage;

/**
 * Classifies the image of one row, in the thread of Spark's task. All cores have work as long as each has a task.
 *
 * @param top how many predictions an image gets
 */
public record ImageFunction(ApplicationModel model, int top)
        implements Function1<byte @Nullable [], Row>, Serializable {

    /** A query that filters by answers, and shows them, calls the function twice for each row. */
    private static final ThreadLocal<@Nullable Answered> LAST = new ThreadLocal<>();

    private record Answered(ImageFunction function, byte[] image, Row answer) {

        boolean answers(ImageFunction other, byte[] otherImage) {
            return function.top == other.top
                    && function.model.model().equals(other.model.model())
                    && Arrays.equals(image, otherImage);
        }
    }

    /** Returns an {@link AnswerStruct}. */
    @Override
    public Row apply(byte @Nullable [] image) {
        if (image == null) {
            return answer(null);
        }
        Answered last = LAST.get();
        if (last == null || !last.answers(this, image)) {
            last = new Answered(this, image, answer(image));
            LAST.set(last);
        }
        return last.answer();
    }

    private Row answer(byte @Nullable [] image) {
        try {
            return AnswerStruct.of(model.threads().answer(SourceImage.inRow("", null, image), top));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The task was ended.", e);
        }
    }
}
