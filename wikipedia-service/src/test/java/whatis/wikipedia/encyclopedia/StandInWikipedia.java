package whatis.wikipedia.encyclopedia;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import tools.jackson.databind.json.JsonMapper;

/** Plays Wikipedia's server on loopback, down to the bytes: no HTTP library answers as wrongly as a test needs it. */
public final class StandInWikipedia implements AutoCloseable {

    /** Writes what the server sends; the connection ends with it. */
    @FunctionalInterface
    public interface Answer {
        void send(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Future<?> acceptor;
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final Map<String, Answer> answersByPath = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public StandInWikipedia() {
        this(ServerSocketFactory.getDefault());
    }

    StandInWikipedia(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = threads.submit(this::accept);
    }

    public String url() {
        return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/w/api.php";
    }

    /** Sets what is answered next: each answer once, the last one from then on. */
    public void answer(Answer... next) {
        answers.clear();
        answers.addAll(List.of(next));
    }

    /** Sets what is answered at an address of its own, such as {@code /de}, from then on. */
    public void answerAt(String path, Answer answer) {
        answersByPath.put(path, answer);
    }

    /** Returns the heads of the requests that came, oldest first. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            server.close();
            // Until the accepting thread has noticed, the kernel still takes connections.
            acceptor.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            requests.add(head);
            Answer answer = answersByPath.get(head.split("[ ?]")[1]);
            if (answer == null) {
                answer = answers.size() > 1 ? answers.remove() : answers.element();
            }
            answer.send(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The client went away, as it should from some of these answers.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the request broke off");
            }
            head.write(read);
        }
        return head.toString(ISO_8859_1);
    }

    /** Answers as the action API does. */
    public static Answer json(String body, String... headers) {
        return answer("200 OK", "application/json; charset=utf-8", body, headers);
    }

    public static Answer page(String title, String text) {
        return json(Answers.page(title, Answers.extract(text), ""));
    }

    /** Answers as a wiki without TextExtracts does. */
    public static Answer pageWithoutExtract(String title) {
        return json(Answers.page(title, "", ""));
    }

    public static Answer disambiguationPage(String title, String text) {
        return json(Answers.page(title, Answers.extract(text), ",\"pageprops\":{\"disambiguation\":\"\"}"));
    }

    /** Answers with an error page, as the servers before MediaWiki do. */
    public static Answer status(String status, String... headers) {
        return answer(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>", headers);
    }

    public static Answer answer(String status, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(UTF_8);
        return (in, out) -> {
            out.write(Answers.head(status, type, bytes.length, headers));
            out.write(bytes);
        };
    }

    /** Sends the client on to another address. */
    public static Answer redirect(String location) {
        return status("302 Found", "Location: " + location);
    }

    /** Promises more than it sends. */
    public static Answer cut() {
        return (in, out) -> {
            out.write(Answers.head("200 OK", "application/json", 4_000));
            out.write("{\"batchcomplete\":true,\"que".getBytes(UTF_8));
        };
    }

    /** Says nothing until the client has gone. */
    public static Answer silence() {
        return (in, out) -> in.transferTo(OutputStream.nullOutputStream());
    }

    /** Sends a byte now and then until the client has gone: enough for a read timeout never to fire. */
    public static Answer drip() {
        return (in, out) -> {
            out.write(Answers.head("200 OK", "application/json", 1_000_000));
            while (true) {
                out.write(' ');
                Thread.sleep(20);
            }
        };
    }

    /** Answers with more JSON than anybody wants to hold. */
    public static Answer flood() {
        return (in, out) -> {
            out.write(Answers.head("200 OK", "application/json", Integer.MAX_VALUE));
            byte[] spaces = " ".repeat(100_000).getBytes(UTF_8);
            while (true) {
                out.write(spaces);
            }
        };
    }

    /** Answers with JSON that is small on its way and larger than anybody wants to hold. */
    public static Answer bomb() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(" ".repeat(50_000_000).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (in, out) -> {
            out.write(Answers.head("200 OK", "application/json", bomb.size(), "Content-Encoding: gzip"));
            bomb.writeTo(out);
        };
    }

    /** Speaks something else than HTTP. */
    public static Answer noHttp() {
        return (in, out) -> out.write("SSH-2.0-nonsense\r\n\r\n".getBytes(UTF_8));
    }

    private static final class Answers {

        static byte[] head(String status, String type, long length, String... headers) {
            String more = String.join(
                    "", List.of(headers).stream().map(header -> header + "\r\n").toList());
            return ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                            + "\r\nConnection: close\r\n" + more + "\r\n")
                    .getBytes(ISO_8859_1);
        }

        static String extract(String text) {
            return "\"extract\":" + JsonMapper.shared().writeValueAsString(text) + ",";
        }

        static String page(String title, String extract, String more) {
            return """
                    {"batchcomplete":true,"query":{"pages":[{"pageid":7,"ns":0,"title":"%1$s",%2$s"pagelanguage":"en",\
                    "canonicalurl":"https://en.wikipedia.org/wiki/%3$s"%4$s}]}}""".formatted(title, extract, title.replace(' ', '_'), more);
        }
    }
}
