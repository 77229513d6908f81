package whatis.experiment.actor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an actor system listens.
 *
 * @param host name or address by which others reach it
 * @param port 0 for any
 */
public record HostAndPort(String host, int port) {

    /** Nobody reaches it but processes of this machine. */
    static final HostAndPort LOOPBACK = new HostAndPort("127.0.0.1", 0);

    private static final Pattern TEXT = Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:]+])(?::(\\d{1,5}))?");

    public HostAndPort {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * Reads {@code host} or {@code host:port}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static HostAndPort parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a host, nor host:port");
        }
        return new HostAndPort(parts.group(1), parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
