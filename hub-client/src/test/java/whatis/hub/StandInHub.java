package whatis.hub;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hub on loopback for tests: answers for small files itself and redirects to a storage host, which is another port,
 * for {@code .safetensors} and {@code .parquet}; lists files. {@link Fault}s make it misbehave. Close it to free the
 * ports.
 */
public final class StandInHub implements AutoCloseable {

    private static final Pattern RESOLVE = Pattern.compile("/((?:datasets/)?[^/]+/[^/]+)/resolve/([^/]+)/(.+)");

    private static final Pattern LISTING =
            Pattern.compile("/api/(?:models/)?((?:datasets/)?[^/]+/[^/]+)/revision/(.+)");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final Map<String, Revision> repositories = new ConcurrentHashMap<>();
    private final Map<String, byte[]> storage = new ConcurrentHashMap<>();
    private final List<Fault> hubFaults = new CopyOnWriteArrayList<>();
    private final List<Fault> storageFaults = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean sizesHidden;
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

    /**
     * Publishes a repository with one commit, which is also the head of the branch main.
     *
     * @param repository {@code owner/name} for a model, {@code datasets/owner/name} for a dataset
     */
    public void publish(String repository, String commit, Map<String, byte[]> files) {
        publish(repository, "main", commit, files);
    }

    /** Publishes a repository with one commit, which is also the head of a branch. */
    public void publish(String repository, String branch, String commit, Map<String, byte[]> files) {
        repositories.put(repository, new Revision(branch, commit, Map.copyOf(files)));
        files.values().forEach(bytes -> storage.put(sha256(bytes), bytes));
    }

    /** Returns what to set HF_ENDPOINT to. */
    public URI endpoint() {
        return address(hub);
    }

    /** Leaves sizes out of the answers to HEAD, as some mirrors do. */
    public void hideSizes() {
        sizesHidden = true;
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
        String path = exchange.getRequestURI().getPath();
        Matcher listing = LISTING.matcher(path);
        Matcher file = RESOLVE.matcher(path);
        boolean listed = listing.matches();
        if (!listed && !file.matches()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        Revision revision = repositories.get(listed ? listing.group(1) : file.group(1));
        String asked = listed ? listing.group(2) : file.group(2);
        Headers headers = exchange.getResponseHeaders();
        if (revision == null) {
            headers.set("X-Error-Code", "RepoNotFound");
            exchange.sendResponseHeaders(401, -1);
        } else if (!revision.branch().equals(asked) && !revision.commit().startsWith(asked)) {
            headers.set("X-Error-Code", "RevisionNotFound");
            exchange.sendResponseHeaders(404, -1);
        } else if (listed) {
            send(exchange, list(revision).getBytes(StandardCharsets.UTF_8));
        } else {
            headers.set("X-Repo-Commit", revision.commit());
            answer(exchange, file.group(3), revision.files().get(file.group(3)));
        }
    }

    private void answer(HttpExchange exchange, String name, byte @Nullable [] bytes) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        if (bytes == null) {
            headers.set("X-Error-Code", "EntryNotFound");
            exchange.sendResponseHeaders(404, -1);
        } else if (isLarge(name)) {
            headers.set("X-Linked-Etag", '"' + sha256(bytes) + '"');
            if (!sizesHidden) {
                headers.set("X-Linked-Size", Integer.toString(bytes.length));
            }
            headers.set("Location", address(storageHost) + "/" + sha256(bytes) + "?signature=1");
            exchange.sendResponseHeaders(302, -1);
        } else {
            headers.set("ETag", '"' + gitSha1(bytes) + '"');
            if (sizesHidden && exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                send(exchange, bytes);
            }
        }
    }

    private static String list(Revision revision) {
        return revision.files().entrySet().stream()
                .map(file -> isLarge(file.getKey())
                        ? "{\"rfilename\": \"%s\", \"lfs\": {\"sha256\": \"%s\", \"size\": %d}}"
                                .formatted(file.getKey(), sha256(file.getValue()), file.getValue().length)
                        : "{\"rfilename\": \"%s\", \"blobId\": \"%s\", \"size\": %d}"
                                .formatted(file.getKey(), gitSha1(file.getValue()), file.getValue().length))
                .collect(Collectors.joining(", ", "{\"sha\": \"" + revision.commit() + "\", \"siblings\": [", "]}"));
    }

    private static boolean isLarge(String name) {
        return name.endsWith(".safetensors") || name.endsWith(".parquet");
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
    public static void send(HttpExchange exchange, byte[] bytes) throws IOException {
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
