package whatis.web.bounds;

import jakarta.servlet.ReadListener;
import java.io.IOException;

/**
 * Passes on to another listener that a body arrives. Tomcat takes one listener for a request and keeps it; what reads a
 * body by a listener has to wrap it so, for the rest to be dropped where it is answered early. Safe for use by many threads.
 */
public final class ReplaceableListener implements ReadListener {

    private volatile ReadListener listener;

    public ReplaceableListener(ReadListener listener) {
        this.listener = listener;
    }

    void replaceBy(ReadListener other) {
        listener = other;
    }

    @Override
    public void onDataAvailable() throws IOException {
        listener.onDataAvailable();
    }

    @Override
    public void onAllDataRead() throws IOException {
        listener.onAllDataRead();
    }

    @Override
    public void onError(Throwable e) {
        listener.onError(e);
    }
}
