package whatis.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCheckTests {

    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ready", 200);
        answer("/starting", 503);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void serviceWhenReadyIsHealthy() {
        assertThat(HealthCheck.check(url("/ready"))).isZero();
    }

    @Test
    void serviceWhenStartingIsUnhealthy() {
        assertThat(HealthCheck.check(url("/starting"))).isEqualTo(1);
    }

    @Test
    void serviceWhenNotListeningIsUnhealthy() {
        URI url = url("/ready");
        service.stop(0);
        assertThat(HealthCheck.check(url)).isEqualTo(1);
    }

    private void answer(String path, int status) {
        service.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort() + path);
    }
}
