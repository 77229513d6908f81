package whatis.hub;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the hub with bounded waits. Follows redirects by itself, because the token must not leave the hub's
 * host, and pauses when the hub asks for a short pause.
 */
final class HubTransport {

    private static final int MAX_HOPS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HubSettings settings;
    private final HttpClient http;

    HubTransport(HubSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Asks for headers.
     *
     * @param isAnswer tells whether a redirect is good enough as an answer, so that it need not be followed
     */
    HttpResponse<Void> head(URI address, Predicate<HttpResponse<?>> isAnswer) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method("HEAD", BodyPublishers.noBody());
        return follow(request, address, isAnswer, BodyHandlers.discarding(), settings.reachTimeout(), () -> 0);
    }

    /** Asks for the bytes from the target's position on. */
    HttpResponse<Void> get(URI address, BlobWriter target) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (target.position() > 0) {
            request.header("Range", "bytes=" + target.position() + "-");
        }
        return follow(request, address, hop -> false, target, settings.stallTimeout(), target::position);
    }

    /** Asks for a text. */
    HttpResponse<Void> get(URI address, TextBody target) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        return follow(request, address, hop -> false, target, settings.reachTimeout(), target::received);
    }

    private HttpResponse<Void> follow(
            HttpRequest.Builder request,
            URI first,
            Predicate<HttpResponse<?>> isAnswer,
            BodyHandler<Void> body,
            Duration patience,
            LongSupplier received)
            throws InterruptedException {
        request.header("Accept-Encoding", "identity").header("User-Agent", "whatis");
        URI address = first;
        Duration paused = Duration.ZERO;
        for (int hop = 0; hop < MAX_HOPS; ) {
            HttpResponse<Void> response = exchange(authorized(request.copy(), address), body, patience, received);
            Duration pause = HubRefusal.requestedPause(response);
            Optional<String> location = response.headers().firstValue("Location");
            if (!pause.isZero() && paused.plus(pause).compareTo(LONGEST_PAUSE) <= 0) {
                Thread.sleep(pause.toMillis());
                paused = paused.plus(pause);
            } else if (response.statusCode() / 100 != 3 || location.isEmpty() || isAnswer.test(response)) {
                return response;
            } else {
                address = next(address, location.get());
                hop++;
            }
        }
        throw badRedirect();
    }

    private HttpRequest authorized(HttpRequest.Builder request, URI address) {
        String token = settings.token();
        if (token != null && origin(address).equals(origin(settings.endpoint()))) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.uri(address).build();
    }

    private URI next(URI address, String location) {
        try {
            URI next = address.resolve(location);
            if (next.getHost() != null
                    && (next.getScheme().equals("https") || next.getScheme().equals(address.getScheme()))) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw badRedirect();
    }

    private HubException badRedirect() {
        return HubException.refused("The hub at " + settings.endpoint()
                + " redirects to nowhere: check HF_ENDPOINT, and whether a proxy or a login page answers instead.");
    }

    private static String origin(URI address) {
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }

    /** Waits as long as bytes arrive within each span of patience. The first span covers the name's lookup, too. */
    private HttpResponse<Void> exchange(
            HttpRequest request, BodyHandler<Void> body, Duration patience, LongSupplier received)
            throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, body);
        try {
            long before;
            do {
                before = received.getAsLong();
                try {
                    return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // fine if bytes arrived
                }
            } while (received.getAsLong() > before);
            throw down(request, "did not answer within " + patience.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            throw down(request, reason(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private HubException down(HttpRequest request, String what) {
        return HubException.down(
                "The hub at " + origin(request.uri()) + " " + what + ": check the network, the proxy and HF_ENDPOINT.");
    }

    private static String reason(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "has a name that can't be resolved";
            }
            if (cause instanceof SSLException) {
                return "offers no trusted connection (" + cause.getMessage() + ")";
            }
        }
        return failure instanceof ConnectException ? "refuses connections" : "broke the connection";
    }
}
