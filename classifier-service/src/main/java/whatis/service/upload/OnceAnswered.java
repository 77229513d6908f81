package whatis.service.upload;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something when a request is answered whose body had to arrive first, or when its client is lost: once. */
public final class OnceAnswered implements AsyncListener {

    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();

    public OnceAnswered(Runnable action) {
        this.action = action;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (done.compareAndSet(false, true)) {
            action.run();
        }
    }

    /** What begins after an answer, such as dropping the rest of the body, isn't waited for. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        onComplete(event);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    /** Followed by the end. */
    @Override
    public void onError(AsyncEvent event) {}
}
