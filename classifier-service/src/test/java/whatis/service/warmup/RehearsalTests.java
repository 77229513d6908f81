package whatis.service.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
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
    void askWhenNobodyListensFails() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new Rehearsal(closed).ask()).isInstanceOf(ConnectException.class);
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
