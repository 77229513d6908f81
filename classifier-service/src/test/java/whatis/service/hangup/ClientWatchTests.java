package whatis.service.hangup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import whatis.service.RunningService;
import whatis.web.RawConnection;

@Import(ClientWatchTests.LongWork.class)
class ClientWatchTests extends RunningService {

    private static final String REQUEST = "POST /long-work HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab";
    private static final String ANSWER = "HTTP/1.1 200";

    @Autowired
    private LongWork work;

    @Test
    void workWhenClientHangsUpExpectItInterrupted() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(REQUEST);
            assertThat(work.next()).isEqualTo("begun");
        }
        assertThat(work.next()).isEqualTo("interrupted");
        assertThat(work.next()).isEqualTo("client gone, thread not interrupted");
    }

    @Test
    void workWhenClientResetsTheConnectionExpectItInterrupted() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(REQUEST);
            assertThat(work.next()).isEqualTo("begun");
            connection.reset();
        }
        assertThat(work.next()).isEqualTo("interrupted");
        assertThat(work.next()).isEqualTo("client gone, thread not interrupted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void workWhenClientClosesItsHalfExpectItFinished(String version) throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(REQUEST.replace("HTTP/1.1", version));
            assertThat(work.next()).isEqualTo("begun");
            connection.closeHalf();
            TimeUnit.MILLISECONDS.sleep(300);
            work.finish(1);
            assertThat(work.next()).isEqualTo("finished");
            assertThat(connection.answer()).startsWith(ANSWER).endsWith("finished");
        }
    }

    @Test
    void workWhenAnotherOneCannotBeWatchedExpectItInterruptedAllTheSame() throws Exception {
        try (RawConnection other = new RawConnection(port)) {
            other.write(REQUEST.replace("/long-work", "/long-work?unwatchable"));
            assertThat(work.next()).isEqualTo("begun");
            TimeUnit.MILLISECONDS.sleep(300);
            workWhenClientHangsUpExpectItInterrupted();
            work.finish(1);
            assertThat(work.next()).isEqualTo("finished");
            assertThat(other.read(ANSWER.length())).isEqualTo(ANSWER);
        }
    }

    @Test
    void workWhenClientWaitsExpectItFinished() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(REQUEST);
            assertThat(work.next()).isEqualTo("begun");
            TimeUnit.MILLISECONDS.sleep(300);
            work.finish(1);
            assertThat(work.next()).isEqualTo("finished");
            assertThat(connection.read(ANSWER.length())).isEqualTo(ANSWER);
        }
    }

    @Test
    void workWhenClientSendsItsNextRequestExpectBothFinished() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(REQUEST + REQUEST.replace("Host: localhost", "Host: localhost\r\nConnection: close"));
            assertThat(work.next()).isEqualTo("begun");
            TimeUnit.MILLISECONDS.sleep(300);
            work.finish(2);
            assertThat(work.next()).isEqualTo("finished");
            assertThat(work.next()).isEqualTo("begun");
            assertThat(work.next()).isEqualTo("finished");
            assertThat(connection.answer()).startsWith(ANSWER).containsPattern("(?s)" + ANSWER + ".*" + ANSWER);
        }
    }

    @Test
    void workWhenClientSendsItsNextRequestLaterExpectBothFinished() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.write(REQUEST);
            assertThat(work.next()).isEqualTo("begun");
            connection.write(REQUEST.replace("Host: localhost", "Host: localhost\r\nConnection: close"));
            TimeUnit.MILLISECONDS.sleep(300);
            work.finish(2);
            assertThat(connection.answer()).containsPattern("(?s)" + ANSWER + ".*" + ANSWER);
            assertThat(work.next()).isEqualTo("finished");
            assertThat(work.next()).isEqualTo("begun");
            assertThat(work.next()).isEqualTo("finished");
        }
    }

    /** Goes on until a test says so, and tells what happens. */
    @TestConfiguration
    @RestController
    static class LongWork {

        private final ClientWatch clients;
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final Semaphore finish = new Semaphore(0);

        LongWork(ClientWatch clients) {
            this.clients = clients;
        }

        @PostMapping("/long-work")
        String work(HttpServletRequest request) throws IOException {
            request.getInputStream().readAllBytes();
            if ("unwatchable".equals(request.getQueryString())) {
                // It serves no socket: whoever looks at it fails.
                request.setAttribute(Connection.class.getName(), new Connection(new WatchableProtocol()));
            }
            try {
                return clients.whileConnected(Client.of(request), this::untilFinished);
            } catch (ClientGoneException e) {
                events.add("client gone, thread " + (Thread.interrupted() ? "" : "not ") + "interrupted");
                throw e;
            }
        }

        private String untilFinished() {
            events.add("begun");
            try {
                finish.acquire();
                events.add("finished");
                return "finished";
            } catch (InterruptedException e) {
                events.add("interrupted");
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }

        String next() throws InterruptedException {
            return String.valueOf(events.poll(1, TimeUnit.MINUTES));
        }

        void finish(int works) {
            finish.release(works);
        }
    }
}
