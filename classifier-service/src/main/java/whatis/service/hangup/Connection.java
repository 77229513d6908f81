package whatis.service.hangup;

import java.io.EOFException;
import java.io.IOException;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;
import org.jspecify.annotations.Nullable;

/**
 * Serves the requests of one connection after the other. Whoever looks at it from another thread must keep the one that
 * serves from reading, answering and ending the request meanwhile.
 */
final class Connection extends Http11Processor {

    /** The first note that Tomcat doesn't use itself. */
    private static final int NOTE = 17;

    Connection(WatchableProtocol protocol) {
        super(protocol, protocol.getAdapter());
        getRequest().setNote(NOTE, this);
    }

    /** Returns the connection over which a request came; null if another protocol serves it, such as HTTP/2. */
    static @Nullable Connection of(Request request) {
        return (Connection) request.getNote(NOTE);
    }

    /**
     * Returns whether the client has closed its half, or all of the connection. What it sends instead, such as its next
     * request, stays in the connection's buffer.
     *
     * @throws IOException if the client has reset the connection
     */
    boolean isHalfClosed() throws IOException {
        try {
            getSocketWrapper().isReadyForRead();
            return false;
        } catch (EOFException e) {
            return true;
        }
    }

    /** @throws IOException if the client has reset the connection, maybe because of an earlier probe */
    void probe() throws IOException {
        if (getSocketWrapper().getSocket() instanceof ProbingChannel channel) {
            channel.probe();
        }
    }
}
