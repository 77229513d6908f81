package whatis.hub;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import whatis.hub.StandInHub.Fault;

/** The ways in which a hub misbehaves. */
public final class Faults {

    private Faults() {}

    /** Limits a fault to the first requests that it answers. */
    public static Fault times(int count, Fault fault) {
        AtomicInteger left = new AtomicInteger(count);
        return exchange -> left.getAndDecrement() > 0 && fault.answers(exchange);
    }

    /** Limits a fault to requests whose path ends so. */
    public static Fault on(String pathEnd, Fault fault) {
        return exchange -> exchange.getRequestURI().getPath().endsWith(pathEnd) && fault.answers(exchange);
    }

    /** Limits a fault to a method. */
    public static Fault onMethod(String method, Fault fault) {
        return exchange -> exchange.getRequestMethod().equals(method) && fault.answers(exchange);
    }

    /** Answers with a status and headers, given as name, value, name, value. */
    public static Fault status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            return true;
        };
    }

    /** Answers 200 with a web page, as login pages of public networks do. */
    public static Fault webPage() {
        return exchange -> {
            StandInHub.send(exchange, "<!doctype html><title>Please log in</title>".getBytes(StandardCharsets.UTF_8));
            return true;
        };
    }

    /** Sends these bytes whatever was asked for. */
    public static Fault bytes(byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            return true;
        };
    }

    /** Announces the whole, sends so many bytes of it and breaks the connection. */
    public static Fault cutAfter(int count, byte[] whole) {
        return exchange -> {
            byte[] part = StandInHub.requestedPart(exchange, whole);
            exchange.sendResponseHeaders(part.length < whole.length ? 206 : 200, part.length);
            OutputStream body = exchange.getResponseBody();
            body.write(part, 0, Math.min(count, part.length));
            body.flush();
            return true;
        };
    }

    /** Announces the whole, sends so many bytes of it and then nothing until the latch opens. */
    public static Fault stallAfter(int count, byte[] whole, CountDownLatch end) {
        return exchange -> {
            byte[] part = StandInHub.requestedPart(exchange, whole);
            exchange.sendResponseHeaders(part.length < whole.length ? 206 : 200, part.length);
            OutputStream body = exchange.getResponseBody();
            body.write(part, 0, Math.min(count, part.length));
            body.flush();
            await(end);
            return true;
        };
    }

    /** Accepts the request and does not answer until the latch opens. */
    public static Fault silence(CountDownLatch end) {
        return exchange -> {
            await(end);
            return true;
        };
    }

    /** Sends the whole in pieces with pauses. */
    public static Fault slowly(byte[] whole, int pieceBytes, Duration pause) {
        return exchange -> {
            byte[] part = StandInHub.requestedPart(exchange, whole);
            exchange.sendResponseHeaders(part.length < whole.length ? 206 : 200, part.length);
            OutputStream body = exchange.getResponseBody();
            for (int from = 0; from < part.length; from += pieceBytes) {
                body.write(Arrays.copyOfRange(part, from, Math.min(from + pieceBytes, part.length)));
                body.flush();
                sleep(pause);
            }
            return true;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
