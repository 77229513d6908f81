package whatis.service.hangup;

import java.io.IOException;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;

/**
 * Serves the requests of one connection after the other. Whoever looks at it from another thread must keep the one that
 * serves from reading and from ending the request meanwhile.
 */
final class Connection extends Http11Processor {

    /** The first note that Tomcat doesn't use itself. */
    private static final int NOTE = 17;

    Connection(WatchableProtocol protocol) {
        super(protocol, protocol.getAdapter());
        getRequest().setNote(NOTE, this);
    }

    /** Returns the connection over which a request came. */
    static Connection of(Request request) {
        return (Connection) request.getNote(NOTE);
    }

    /**
     * Returns whether the client has closed the connection, or its half. What it sends instead, such as its next request,
     * stays in the connection's buffer.
     */
    boolean isClosed() {
        try {
            getSocketWrapper().isReadyForRead();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
