package whatis.web.bounds;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads and drops the rest of a request, and has a thread only while there are bytes to drop. The servlet API could do it,
 * but Tomcat closes a request's stream together with its answer.
 */
final class Drain implements ApplicationBufferHandler, AsyncListener, ReadListener {

    private static final String ATTRIBUTE = Drain.class.getName();

    private final org.apache.coyote.Request rest;
    private final AsyncContext context;
    private long left;
    private ByteBuffer dropped = ByteBuffer.allocate(0);

    /** @param request its answer is complete */
    Drain(Request request, DrainSettings settings) {
        this.rest = request.getCoyoteRequest();
        this.left = settings.limit().toBytes();
        request.setAttribute(ATTRIBUTE, this);
        this.context = request.startAsync();
        context.setTimeout(settings.deadline().toMillis());
    }

    /** Tells whether the rest of a request is being dropped. */
    static boolean isUnderWay(Request request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    void begin() throws IOException {
        context.addListener(this);
        if (rest.getReadListener() instanceof ReplaceableListener earlier) {
            earlier.replaceBy(this);
            onDataAvailable();
            if (rest.isFinished() && rest.sendAllDataReadEvent()) {
                onAllDataRead();
            }
        } else {
            rest.setReadListener(this);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        int read = 0;
        while (read >= 0 && rest.isReady()) {
            read = rest.doRead(this);
            left -= read;
            if (left < 0) {
                closeConnection();
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        context.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        closeConnection();
    }

    @Override
    public void onError(AsyncEvent event) {
        closeConnection();
    }

    private void closeConnection() {
        rest.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        context.complete();
    }

    /** Comes together with the event. */
    @Override
    public void onError(Throwable e) {}

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        dropped = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return dropped;
    }

    @Override
    public void expand(int size) {}
}
