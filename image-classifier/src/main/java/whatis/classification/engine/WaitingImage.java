package whatis.classification.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;

/** An image whose caller waits for its logits. Safe for use by its caller and one dispatcher. */
final class WaitingImage {

    private final ByteBuffer pixels;
    private final long submitted = System.nanoTime();
    private final CompletableFuture<Inference> answer = new CompletableFuture<>();

    /** @param pixels {@code [channels, height, width]} in fp32, a direct buffer in native order */
    WaitingImage(ByteBuffer pixels) {
        this.pixels = pixels;
    }

    /** Returns a view of the pixels, in native order. */
    ByteBuffer pixels() {
        return pixels.duplicate().order(pixels.order());
    }

    Duration waitedUntil(long nanoTime) {
        return Duration.ofNanos(nanoTime - submitted);
    }

    void answer(Inference inference) {
        answer.complete(inference);
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits until no dispatcher reads the pixels any more, whatever came of it, and even if the caller is interrupted. */
    void awaitEnd() {
        answer.handle((inference, failure) -> true).join();
    }

    /**
     * Waits for the answer.
     *
     * @throws DeadlineExceededException if it doesn't come in time
     * @throws CancellationException if the caller is interrupted; its interrupt status stays set
     */
    Inference await(Deadline deadline) {
        try {
            return answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw deadline.exceeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("libtorch failed: " + e.getCause(), e.getCause());
        }
    }
}
