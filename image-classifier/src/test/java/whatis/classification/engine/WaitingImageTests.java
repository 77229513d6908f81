package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import whatis.classification.timing.Deadline;
import whatis.classification.timing.DeadlineExceededException;

class WaitingImageTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final WaitingImage image = new WaitingImage(ByteBuffer.allocate(0));

    @Test
    void callerWhenTheAnswerComesGetsIt() {
        Inference inference = new Inference(new float[] {1}, 1, Duration.ZERO, Duration.ZERO);
        image.answer(inference);
        assertThat(image.await(Deadline.in(LONG))).isSameAs(inference);
    }

    @Test
    void callerWhenTheNetworkFailsIsTold() {
        Exception failure = new IllegalArgumentException("no");
        image.fail(failure);
        assertThatThrownBy(() -> image.await(Deadline.in(LONG)))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(failure);
    }

    @Test
    void callerWhenNothingComesGivesUp() {
        assertThatThrownBy(() -> image.await(Deadline.in(Duration.ofMillis(10))))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("The image was not classified within 10 ms.");
    }

    @Test
    void callerWhenInterruptedStopsWaiting() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> image.await(Deadline.in(LONG))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
