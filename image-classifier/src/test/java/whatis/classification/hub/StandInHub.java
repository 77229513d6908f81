package whatis.classification.hub;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hub on loopback for tests: answers for small files itself and redirects to a storage host, which is another port,
 * for {@code .safetensors}. {@link Fault}s make it misbehave. Close it to free the ports.
 */
public final class StandInHub implements AutoCloseable {

    private static final Pattern RESOLVE = Pattern.compile("/([^/]+/[^/]+)/resolve/([^/]+)/(.+)");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final Map<String, Revision> repositories = new ConcurrentHashMap<>();
    private final Map<String, byte[]> storage = new ConcurrentHashMap<>();
    private final List<Fault> hubFaults = new CopyOnWriteArrayList<>();
    private final List<Fault> storageFaults = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer hub;
    private final HttpServer storageHost;

    /** A request as it came in, at the hub itself or at its storage host. */
    public record Request(boolean atStorage, String method, String path, Map<String, List<String>> headers) {}

    /** Answers instead of the hub. */
    @FunctionalInterface
    public interface Fault {
        /** Answers the request, or returns false to leave it to the next one in line. */
        boolean answers(HttpExchange exchange) throws IOException;
    }

    private record Revision(String branch, String commit, Map<String, byte[]> files) {}

    public StandInHub() throws IOException {
        hub = serve(false, hubFaults);
        storageHost = serve(true, storageFaults);
    }

    /** Publishes a repository with one commit, which is also the head of the branch main. */
    public void publish(String repository, String commit, Map<String, byte[]> files) {
        repositories.put(repository, new Revision("main", commit, Map.copyOf(files)));
        files.values().forEach(bytes -> storage.put(sha256(bytes), bytes));
    }

    /** Returns what to set HF_ENDPOINT to. */
    public URI endpoint() {
        return address(hub);
    }

    /** Lets the hub itself misbehave; the fault that was added first is asked first. */
    public void addHubFault(Fault fault) {
        hubFaults.add(fault);
    }

    /** Lets the storage host misbehave. */
    public void addStorageFault(Fault fault) {
        storageFaults.add(fault);
    }

    public void clearFaults() {
        hubFaults.clear();
        storageFaults.clear();
    }

    /** Returns all requests so far, in the order in which they came. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        hub.stop(0);
        storageHost.stop(0);
        threads.shutdownNow();
    }

    public static String sha256(byte[] bytes) {
        return digest("SHA-256", bytes);
    }

    public static String gitSha1(byte[] bytes) {
        return digest("SHA-1", ("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private HttpServer serve(boolean atStorage, List<Fault> faults) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(new Request(
                    atStorage,
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Map.copyOf(exchange.getRequestHeaders())));
            try (exchange) {
                for (Fault fault : faults) {
                    if (fault.answers(exchange)) {
                        return;
                    }
                }
                if (atStorage) {
                    answerAsStorage(exchange);
                } else {
                    answerAsHub(exchange);
                }
            }
        });
        server.start();
        return server;
    }

    private void answerAsHub(HttpExchange exchange) throws IOException {
        Matcher path = RESOLVE.matcher(exchange.getRequestURI().getRawPath());
        Revision revision = path.matches() ? repositories.get(path.group(1)) : null;
        Headers headers = exchange.getResponseHeaders();
        if (revision == null) {
            headers.set("X-Error-Code", "RepoNotFound");
            exchange.sendResponseHeaders(401, -1);
        } else if (!revision.branch().equals(path.group(2))
                && !revision.commit().startsWith(path.group(2))) {
            headers.set("X-Error-Code", "RevisionNotFound");
            exchange.sendResponseHeaders(404, -1);
        } else {
            headers.set("X-Repo-Commit", revision.commit());
            byte[] bytes = revision.files().get(path.group(3));
            if (bytes == null) {
                headers.set("X-Error-Code", "EntryNotFound");
                exchange.sendResponseHeaders(404, -1);
            } else if (path.group(3).endsWith(".safetensors")) {
                headers.set("X-Linked-Etag", '"' + sha256(bytes) + '"');
                headers.set("X-Linked-Size", Integer.toString(bytes.length));
                headers.set("Location", address(storageHost) + "/" + sha256(bytes) + "?signature=1");
                exchange.sendResponseHeaders(302, -1);
            } else {
                headers.set("ETag", '"' + gitSha1(bytes) + '"');
                send(exchange, bytes);
            }
        }
    }

    private void answerAsStorage(HttpExchange exchange) throws IOException {
        byte[] bytes = storage.get(exchange.getRequestURI().getPath().substring(1));
        if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            send(exchange, bytes);
        }
    }

    /** Sends a file as a well-behaved server does, in part if that is asked for. */
    static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        byte[] part = requestedPart(exchange, bytes);
        exchange.sendResponseHeaders(part.length < bytes.length ? 206 : 200, part.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(part);
        }
    }

    /** Returns the bytes of the requested range and sets its header; all of them if no range is asked for. */
    static byte[] requestedPart(HttpExchange exchange, byte[] bytes) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            return bytes;
        }
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(range);
        }
        int from = Integer.parseInt(matcher.group(1));
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    private static String digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
