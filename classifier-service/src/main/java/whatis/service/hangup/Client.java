package whatis.service.hangup;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** The other end of the connection over which a request came. */
public final class Client {

    private final @Nullable Connection connection;

    private Client(@Nullable Connection connection) {
        this.connection = connection;
    }

    /** Returns the client that sent a request. */
    public static Client of(ServletRequest request) {
        return new Client(ConnectionValve.of(request));
    }

    /** Returns null if it can't be watched. */
    @Nullable
    Connection connection() {
        return connection;
    }
}
