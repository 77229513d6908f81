package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whatis.service.Form;
import whatis.web.RawConnection;

/** A service that can't answer yet says when it can, and the page comes back by itself. */
class BusyIT extends BrowserTest {

    private final ServerSocket hub;
    private final ServiceProcess service;

    /** Starts a service that takes one picture at a time, and looks for its model at a hub that says nothing. */
    BusyIT() throws IOException {
        hub = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Map<String, String> settings = Map.of(
                "HF_ENDPOINT", "http://127.0.0.1:" + hub.getLocalPort(),
                "HF_HUB_ETAG_TIMEOUT", "600",
                "WHATIS_ADMISSION_REQUESTS", "1",
                "WHATIS_UPLOAD_GRACE", "600s");
        service = Services.shared().startClassifier(settings);
    }

    @Override
    String url() {
        return service.url();
    }

    @AfterEach
    void stop() throws IOException {
        hub.close();
        service.close();
    }

    @Test
    void pictureWhenServiceIsStartingAndThenBusyExpectAnswerInTheEnd() throws Exception {
        pick(TRAFFIC_LIGHT);
        assertThat(cards()).containsText("The service is just starting.");
        assertThat(cards()).containsText("Trying again in");
        assertThat(announcements())
                .containsText("traffic-light.png: The service is just starting. Trying again in 2 seconds.");
        // Then the starter model answers.
        hub.close();
        assertThat(cards().locator("h2")).hasText("traffic light");

        try (RawConnection other = new RawConnection(service.port())) {
            other.write("POST /whatis HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Form.TYPE
                    + "\r\nContent-Length: 1000\r\n\r\n--");
            pick(WALL_CLOCK);
            assertThat(cards().first()).containsText("The service is busy.");
            assertThat(cards().first()).containsText("Trying again in");
            assertAccessible();
        }
        assertThat(cards().first().locator("h2")).hasText("Unknown");
    }
}
