package whatis.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import whatis.service.Form;
import whatis.service.RunningService;
import whatis.web.RawConnection;

/** Clients that send more or slower than they may, on raw sockets. */
@TestPropertySource(
        properties = {
            "whatis.upload.limit=100KB",
            "whatis.upload.deadline=1m",
            "whatis.upload.grace=500ms",
            "whatis.drain.limit=20MB",
            "whatis.drain.deadline=2s",
            "server.tomcat.connection-timeout=1s"
        })
class UploadBoundsTests extends RunningService {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void clientWhenItReadsOnlyAfterSendingEverythingExpectAnswer() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            head(connection, "Content-Length: " + 15 * MEGABYTE);
            connection.send(15 * MEGABYTE);
            assertThat(connection.answer()).startsWith("HTTP/1.1 413").contains("/problems/upload-too-large");
        }
    }

    @Test
    void clientWhenItSendsChunksExpectAnswer() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            head(connection, "Transfer-Encoding: chunked");
            connection.write("A00000\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n");
            connection.send(10 * MEGABYTE - 60);
            connection.write("\r\n0\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void clientWhenItIsStillSendingExpectAnswerAlready() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            head(connection, "Content-Length: " + 15 * MEGABYTE);
            connection.send(MEGABYTE);
            assertThat(connection.read("HTTP/1.1 413".length())).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void clientWhenItSendsWithoutEndExpectConnectionClosed() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            head(connection, "Content-Length: " + Long.MAX_VALUE);
            assertThatIOException().isThrownBy(() -> connection.send(2_000 * MEGABYTE));
        }
    }

    @Test
    void clientWhenItTricklesExpectTimeout() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            head(connection, "Content-Length: 1000");
            connection.write("--edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                connection.write("x");
                Thread.sleep(100);
            }
            assertThat(connection.answer()).startsWith("HTTP/1.1 408").contains("/problems/upload-timeout");
        }
    }

    @Test
    void clientWhenItWaitsForLeaveExpectAnswerInTheEnd() throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            head(connection, "Expect: 100-continue\r\nContent-Length: " + 15 * MEGABYTE);
            assertThat(connection.read("HTTP/1.1 100 \r\n\r\n".length())).startsWith("HTTP/1.1 100");
            connection.send(15 * MEGABYTE);
            assertThat(connection.answer()).startsWith("HTTP/1.1 413").contains("/problems/upload-too-large");
        }
    }

    private static void head(RawConnection connection, String length) throws IOException {
        connection.write("POST /whatis HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Form.TYPE + "\r\n" + length
                + "\r\n\r\n");
    }
}
