package whatis.service.hangup;

import jakarta.servlet.ServletRequest;

/** The other end of the connection over which a request came. */
public final class Client {

    private final Connection connection;

    private Client(Connection connection) {
        this.connection = connection;
    }

    /** Returns the client that sent a request. */
    public static Client of(ServletRequest request) {
        return new Client(ConnectionValve.of(request));
    }

    Connection connection() {
        return connection;
    }
}
