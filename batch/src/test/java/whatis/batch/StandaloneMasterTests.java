package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandaloneMasterTests {

    @Test
    void reachWhenNobodyListensExpectTheReason() throws IOException {
        int closed = closedPort();
        assertThatThrownBy(() -> StandaloneMaster.reach("spark://127.0.0.1:" + closed))
                .isInstanceOfSatisfying(
                        BatchException.class, e -> assertThat(e.getExitCode()).isEqualTo(3))
                .hasMessageContaining("No Spark master answers at spark://127.0.0.1:" + closed)
                .hasMessageContaining("refused");
    }

    @Test
    void reachWhenOneOfTwoListensExpectNoError() throws IOException {
        int closed = closedPort();
        try (ServerSocket open = listen()) {
            StandaloneMaster.reach("spark://127.0.0.1:%d,127.0.0.1:%d".formatted(closed, open.getLocalPort()));
            assertThat(open.accept().getInetAddress().isLoopbackAddress()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark://", "spark://host", "spark://:7077", "spark://host:port", "spark://one:7077,"})
    void reachWhenTheNameIsWrongExpectWhatOneLooksLike(String url) {
        assertThatThrownBy(() -> StandaloneMaster.reach(url))
                .isInstanceOfSatisfying(
                        BatchException.class, e -> assertThat(e.getExitCode()).isEqualTo(1))
                .hasMessageContaining("as in spark://host:7077");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = listen()) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
