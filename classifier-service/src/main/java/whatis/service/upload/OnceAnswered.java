package whatis.service.upload;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * What to do when a request is answered whose body had to arrive first, or when its client is lost.
 *
 * @param action done once
 */
public record OnceAnswered(Runnable action) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    /** Followed by the end. */
    @Override
    public void onError(AsyncEvent event) {}

    /** Whatever begins then, such as reading what nobody wants of the body, isn't the answer any more. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        action.run();
    }
}
