package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whatis.service.Form;
import whatis.web.RawConnection;

/** A service that can't answer yet says when it can, and the page comes back by itself. */
class BusyIT extends BrowserTest {

    private final ServerSocket hub = silentServer();
    private final ServerSocket encyclopedia = silentServer();
    private final ServiceProcess service;

    /** Starts a service that takes one picture at a time, and looks for its model at a hub that says nothing. */
    BusyIT() throws IOException {
        Map<String, String> settings = Map.of(
                "HF_ENDPOINT",
                url(hub),
                "HF_HUB_ETAG_TIMEOUT",
                "600",
                "WHATIS_ADMISSION_REQUESTS",
                "1",
                "WHATIS_WIKIPEDIA_SERVICE_URL",
                url(encyclopedia));
        service = Services.shared().startClassifier(settings);
    }

    private static ServerSocket silentServer() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String url(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    String url() {
        return service.url();
    }

    @AfterEach
    void stop() throws IOException {
        hub.close();
        encyclopedia.close();
        service.close();
    }

    @Test
    void pictureWhenServiceIsStartingAndThenBusyExpectAnswerInTheEnd() throws Exception {
        pick(WALL_CLOCK);
        assertThat(cards()).containsText("The service is just starting.");
        assertThat(cards()).containsText("Trying again in");
        assertThat(announcements())
                .containsText("wall-clock.png: The service is just starting. Trying again in 2 seconds.");
        // Then the starter model answers.
        hub.close();
        assertThat(cards().locator("h2")).hasText("Unknown");

        try (RawConnection other = new RawConnection(service.port())) {
            byte[] form = Form.file(Files.readAllBytes(TRAFFIC_LIGHT)).bytes();
            other.write("POST /whatis HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Form.TYPE
                    + "\r\nContent-Length: " + form.length + "\r\n\r\n");
            other.write(form);
            // What is known about that picture is being asked for: it is in work.
            Socket question = encyclopedia.accept();
            pick(WALL_CLOCK);
            assertThat(cards().first()).containsText("The service is busy.");
            assertThat(cards().first()).containsText("Trying again in");
            assertAccessible();
            // In this order, as a client that loses its connection asks once more.
            encyclopedia.close();
            question.close();
        }
        assertThat(cards().first().locator("h2")).hasText("Unknown");
    }
}
