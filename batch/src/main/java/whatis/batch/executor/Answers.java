package whatis.batch.executor;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import whatis.batch.input.ImageSource;
import whatis.batch.input.SourceImage;
import whatis.batch.output.AnswerRow;

/** Answers to some images, in their order, while the next ones are classified already. For one thread. */
final class Answers implements AutoCloseable {

    /** How many images are classified while the first one of them takes its time. */
    private static final int MOST_AHEAD = 256;

    /** What these may have together, as whoever asks for answers may keep the images until then. */
    private static final long MOST_BYTES_AHEAD = 64 << 20;

    private final ImageSource images;
    private final Submission submission;
    private final Queue<Pending> ahead = new ArrayDeque<>();
    private long bytesAhead;
    private boolean ended;

    Answers(ImageSource images, Submission submission) {
        this.images = images;
        this.submission = submission;
    }

    /** Has an image classified, and waits while there are too many. */
    @FunctionalInterface
    interface Submission {
        Future<AnswerRow> submit(SourceImage image) throws InterruptedException;
    }

    private record Pending(Future<AnswerRow> answer, long bytes) {}

    /**
     * Returns the answer to the next image; null if there are no more.
     *
     * @throws IOException if reading failed, so that it is worth another try
     */
    @Nullable
    AnswerRow next() throws IOException, InterruptedException {
        readAhead();
        Pending first = ahead.peek();
        if (first == null) {
            return null;
        }
        AnswerRow answer = row(first.answer());
        ahead.remove();
        bytesAhead -= first.bytes();
        return answer;
    }

    /** Reads one image at least, if there is room, so that those ahead don't become fewer, and others until the first is answered. */
    private void readAhead() throws IOException, InterruptedException {
        while (!ended && (ahead.isEmpty() || ahead.size() < MOST_AHEAD && bytesAhead < MOST_BYTES_AHEAD)) {
            SourceImage image = images.next();
            if (image == null) {
                ended = true;
                return;
            }
            ahead.add(new Pending(submission.submit(image), image.bytes()));
            bytesAhead += image.bytes();
            if (ahead.element().answer().isDone()) {
                return;
            }
        }
    }

    private static AnswerRow row(Future<AnswerRow> answered) throws InterruptedException {
        try {
            return answered.get();
        } catch (ExecutionException e) {
            // Neither an image nor a file is to blame, so the task fails with what went wrong.
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up the images that aren't answered yet. */
    @Override
    public void close() {
        ahead.forEach(pending -> pending.answer().cancel(true));
    }
}
