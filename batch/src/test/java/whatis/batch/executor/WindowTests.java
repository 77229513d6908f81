package whatis.batch.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowTests {

    private static CompletableFuture<Void> entering(Window window, long bytes) {
        CompletableFuture<Void> entered = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                window.enter(bytes);
                entered.complete(null);
            } catch (InterruptedException e) {
                entered.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return entered;
    }

    private static boolean waits(CompletableFuture<Void> entering) throws InterruptedException {
        Thread.sleep(50);
        return !entering.isDone();
    }

    @Test
    void enterWhenThereAreTooManyImagesExpectToWaitForOneToLeave() throws Exception {
        Window window = new Window(2, 1 << 20);
        window.enter(10);
        window.enter(10);
        CompletableFuture<Void> third = entering(window, 10);
        assertThat(waits(third)).isTrue();
        window.leave(10);
        third.get(10, TimeUnit.SECONDS);
    }

    @Test
    void enterWhenBytesWouldBeTooManyExpectToWait() throws Exception {
        Window window = new Window(10, 100 << 10);
        window.enter(60 << 10);
        CompletableFuture<Void> second = entering(window, 60 << 10);
        assertThat(waits(second)).isTrue();
        window.leave(60 << 10);
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void enterWhenAnImageIsLargerThanTheWindowExpectItAlone() throws Exception {
        Window window = new Window(10, 100 << 10);
        window.enter(5 << 20);
        assertThat(waits(entering(window, 2 << 10))).isTrue();
        window.leave(5 << 20);
    }
}
