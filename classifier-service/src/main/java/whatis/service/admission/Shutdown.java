package whatis.service.admission;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Finishes the requests in work before the web server stops, which would cut off whoever comes in the meantime: this way
 * they read that the service is stopping.
 */
final class Shutdown implements SmartLifecycle {

    private final Admission admission;
    private final Duration timeout;
    private volatile boolean running;

    /** @param timeout how long the requests in work are waited for. The web server then gives them its own time */
    Shutdown(Admission admission, Duration timeout) {
        this.admission = admission;
        this.timeout = timeout;
    }

    @Override
    public void start() {
        admission.open();
        running = true;
    }

    @Override
    public void stop() {
        try {
            admission.close(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
