package whatis.service.hangup;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/** Gives each request its connection, which the servlet API doesn't know. */
final class ConnectionValve extends ValveBase {

    private static final String ATTRIBUTE = Connection.class.getName();

    ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, Connection.of(request.getCoyoteRequest()));
        getNext().invoke(request, response);
    }

    /** Returns the connection of a request; null if it can't be watched. */
    static @Nullable Connection of(ServletRequest request) {
        return (Connection) request.getAttribute(ATTRIBUTE);
    }
}
