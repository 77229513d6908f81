package whatis.batch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * A master of Spark's own kind of cluster. Spark tries for a minute to reach one, and then only writes to its log that it has
 * given up.
 */
final class StandaloneMaster {

    static final String SCHEME = "spark://";

    private static final int CONNECT_MILLIS = 5_000;

    private StandaloneMaster() {}

    /**
     * Returns if one of the masters listens.
     *
     * @param url such as {@code spark://host:7077}, or with several that stand by each other {@code spark://one:7077,other:7077}
     * @throws BatchException if none of them does
     */
    static void reach(String url) {
        List<URI> masters = Arrays.stream(url.substring(SCHEME.length()).split(",", -1))
                .map(master -> address(url, master))
                .toList();
        String reason = "";
        for (URI master : masters) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(master.getHost(), master.getPort()), CONNECT_MILLIS);
                return;
            } catch (IOException e) {
                reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            }
        }
        throw BatchException.machine("No Spark master answers at %s (%s). Is it running, and is that its name and port?"
                .formatted(url, reason));
    }

    private static URI address(String url, String master) {
        try {
            URI address = URI.create(SCHEME + master);
            if (address.getHost() != null && address.getPort() > 0) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw BatchException.wrongInput("--master " + url + " has no host and port, as in spark://host:7077.");
    }
}
