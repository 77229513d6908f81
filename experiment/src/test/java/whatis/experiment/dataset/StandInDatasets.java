package whatis.experiment.dataset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of the hub as one dataset needs: its list of files, and a file that lies behind a redirect. */
final class StandInDatasets implements AutoCloseable {

    private static final String COMMIT = "0123456789012345678901234567890123456789";
    private static final String FILE = "data/train-00000-of-00001.parquet";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger downloads = new AtomicInteger();

    StandInDatasets(String id, byte[] file) throws IOException {
        String listing = """
                {"sha": "%s", "siblings": [{"rfilename": "README.md"}, {"rfilename": "%s"},
                {"rfilename": "../../train-escaped.parquet"}]}""".formatted(COMMIT, FILE);
        server.createContext("/", exchange -> answer(exchange, 404, new byte[0]));
        server.createContext(
                "/api/datasets/" + id, exchange -> answer(exchange, 200, listing.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/datasets/" + id + "/resolve/" + COMMIT + "/" + FILE, exchange -> {
            exchange.getResponseHeaders().add("Location", "/storage");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/storage", exchange -> {
            downloads.incrementAndGet();
            answer(exchange, 200, file);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int downloads() {
        return downloads.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
