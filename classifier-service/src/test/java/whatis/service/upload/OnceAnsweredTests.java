package whatis.service.upload;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceAnsweredTests {

    @Test
    void actionWhenRestOfTheBodyIsDroppedAfterTheAnswerExpectItOnce() {
        AtomicInteger done = new AtomicInteger();
        OnceAnswered listener = new OnceAnswered(done::incrementAndGet);
        AsyncEvent event = new AsyncEvent(null);
        listener.onComplete(event);
        listener.onStartAsync(event);
        listener.onComplete(event);
        assertThat(done).hasValue(1);
    }
}
