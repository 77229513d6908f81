package whatis.service.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import whatis.image.ImageDecoder;
import whatis.service.RunningService;

class RehearsalTests extends RunningService {

    @Test
    void askWhenTheServiceIsReadyHasAllDrawnPicturesAnswered() throws IOException {
        double before = answered();
        new Rehearsal(port).ask();
        assertThat(answered() - before).isEqualTo(ImageDecoder.drawnPictures().size());
    }

    @Test
    void askWhenPicturesAreRefusedGoesOn() throws IOException {
        AtomicInteger pictures = new AtomicInteger();
        HttpServer strict = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        strict.createContext("/actuator/health/readiness", exchange -> answer(exchange, 200));
        strict.createContext("/whatis/", exchange -> {
            pictures.incrementAndGet();
            answer(exchange, 422);
        });
        strict.start();
        try {
            new Rehearsal(strict.getAddress().getPort()).ask();
        } finally {
            strict.stop(0);
        }
        assertThat(pictures).hasValue(ImageDecoder.drawnPictures().size());
    }

    @Test
    void askWhenNobodyListensFails() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new Rehearsal(closed).ask()).isInstanceOf(ConnectException.class);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private double answered() {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("uri=\"/whatis/\"")
                        && line.contains("status=\"200\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
