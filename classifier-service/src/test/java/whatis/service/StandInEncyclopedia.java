package whatis.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import whatis.web.Contracts;

/** A wikipedia-service on loopback that answers what a test tells it to. */
public final class StandInEncyclopedia implements AutoCloseable {

    /** Sends an answer, or fails to. */
    public interface Answer {
        void send(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile Answer answer = article();
    private HttpServer server;

    public StandInEncyclopedia() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void answer(Answer next) {
        answer = next;
    }

    /** Returns the undecoded query strings so far. */
    public List<String> queries() {
        return queries;
    }

    /** Refuses connections from now on. */
    @Override
    public void close() {
        server.stop(0);
    }

    /** Takes connections again. */
    public void reopen() {
        server = listen(port);
    }

    public static Answer article() {
        return json(200, Contracts.text("article.json"));
    }

    public static Answer noPage() {
        return json(404, Contracts.text("problem-no-page-found.json"));
    }

    public static Answer json(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Says nothing for a while, then sends the article. */
    public static Answer slow(long millis) {
        return exchange -> {
            Thread.sleep(millis);
            article().send(exchange);
        };
    }

    /** Sends a blank every now and then, so that no single read ever waits for long. */
    public static Answer drip(long millis) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            for (int i = 0; i < millis / 50; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        };
    }

    /** Promises more than it sends. */
    public static Answer cut() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"title\":".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Sends the client to the same address again. */
    public static Answer redirect() {
        return exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Sends more blanks than anybody wants to read. */
    public static Answer flood() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 500; i++) {
                exchange.getResponseBody().write(blanks);
            }
        };
    }

    /** Answers with a page, as whatever else may listen there. */
    public static Answer page() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>It works!</html>".getBytes(StandardCharsets.UTF_8));
        };
    }

    private HttpServer listen(int onPort) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            http.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "stand-in-encyclopedia");
                thread.setDaemon(true);
                return thread;
            }));
            http.createContext("/articles", this::handle);
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            queries.add(exchange.getRequestURI().getRawQuery());
            answer.send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
