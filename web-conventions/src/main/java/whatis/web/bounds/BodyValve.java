package whatis.web.bounds;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Shows the service no body but that of a POST, and lets clients read an answer that comes before they have sent
 * everything. A server that closes a connection on which bytes still arrive resets it, and the answer is lost on its way;
 * so the answer is sent at once, and the rest is read and dropped. Tomcat does so by itself, too, but in a thread, and
 * without a bound in time.
 */
final class BodyValve extends ValveBase {

    private static final InputBuffer NO_BODY = new InputBuffer() {
        @Override
        public int doRead(ApplicationBufferHandler handler) {
            return -1;
        }

        @Override
        public int available() {
            return 0;
        }
    };

    private final DrainSettings settings;

    BodyValve(DrainSettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (Drain.isUnderWay(request)) {
            // When its time is over, Tomcat asks for a page about that, although the answer is complete.
            return;
        }
        if ("POST".equals(request.getMethod())) {
            getNext().invoke(request, response);
        } else {
            invokeWithoutBody(request, response);
        }
        if (!request.isAsync()) {
            response.finishResponse();
            if (isStillSending(request)) {
                new Drain(request, settings).begin();
            }
        }
    }

    /** No other method takes a body here; but the actuator, for one, reads that of a GET into memory, of any size. */
    private void invokeWithoutBody(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        InputBuffer body = sent.getInputBuffer();
        sent.setInputBuffer(NO_BODY);
        try {
            getNext().invoke(request, response);
        } finally {
            sent.setInputBuffer(body);
        }
    }

    private static boolean isStillSending(Request request) {
        AtomicBoolean connected = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.IS_IO_ALLOWED, connected);
        // Without a context the address was none, and Tomcat closes the connection.
        return connected.get() && request.getContext() != null && !request.isFinished();
    }
}
