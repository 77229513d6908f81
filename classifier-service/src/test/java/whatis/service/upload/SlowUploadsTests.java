package whatis.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertShape;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.web.RawConnection;

/** Uploads that take their time beside some that don't. */
@TestPropertySource(
        properties = {
            "whatis.admission.requests=2",
            "whatis.upload.grace=1m",
            "server.tomcat.threads.max=8",
            "server.tomcat.connection-timeout=1m"
        })
class SlowUploadsTests extends RunningService {

    private static final int SLOW = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<RawConnection> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws Exception {
        for (RawConnection connection : slow) {
            connection.close();
        }
        awaitArriving(0);
    }

    @Test
    void clientWhenManyUploadsAreSlowExpectAnswer() throws Exception {
        byte[] form = Form.file(Pictures.png()).bytes();
        beginSlowUploads(form);
        assertShape(post("/whatis", form), "whatis-known.json");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void clientWhenUploadsAreSlowAndPlacesTakenExpectTheirNumberAlone() throws Exception {
        byte[] form = Form.file(Pictures.png()).bytes();
        beginSlowUploads(form);
        ENCYCLOPEDIA.answer(StandInEncyclopedia.slow(400));
        int before = ENCYCLOPEDIA.queries().size();
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> post("/whatis", form));
        while (ENCYCLOPEDIA.queries().size() == before) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertShape(post("/whatis", form), "whatis-known.json");
        assertShape(first.join(), "whatis-known.json");
    }

    @Test
    void clientWhenItsSlowUploadHasArrivedExpectAnswer() throws Exception {
        byte[] form = Form.file(Pictures.png()).bytes();
        beginSlowUploads(form);
        RawConnection oneOfThem = slow.get(SLOW / 2);
        for (int i = form.length / 2; i < form.length; i++) {
            oneOfThem.write(new byte[] {form[i]});
        }
        assertThat(oneOfThem.read("HTTP/1.1 200".length())).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void clientWhenItAnnouncesMuchExpectNoMemoryTakenUntilItSends() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            RawConnection connection = new RawConnection(port);
            slow.add(connection);
            head(connection, 10 << 20);
            connection.write("--edge\r\n");
        }
        awaitArriving(SLOW);
        assertShape(post("/whatis", Form.file(Pictures.png()).bytes()), "whatis-known.json");
    }

    private void beginSlowUploads(byte[] form) throws Exception {
        for (int i = 0; i < SLOW; i++) {
            RawConnection connection = new RawConnection(port);
            slow.add(connection);
            head(connection, form.length);
            connection.write(Arrays.copyOf(form, form.length / 2));
        }
        awaitArriving(SLOW);
    }

    private static void head(RawConnection connection, int length) throws IOException {
        connection.write("POST /whatis HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Form.TYPE
                + "\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private void awaitArriving(int uploads) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!get("/actuator/prometheus").body().contains("whatis_arriving_requests " + uploads + ".0")) {
            assertThat(System.nanoTime())
                    .as("time to have %d uploads arriving", uploads)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
