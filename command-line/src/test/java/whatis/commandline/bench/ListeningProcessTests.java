package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ListeningProcessTests {

    @Test
    void processWhenItListensIsFound() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ListeningProcess.at(new InetSocketAddress("127.0.0.1", socket.getLocalPort())))
                    .contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void processWhenNobodyListensIsEmpty() throws IOException {
        InetSocketAddress closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }

        assertThat(ListeningProcess.at(closed)).isEmpty();
    }

    @Test
    void processWhenOfAnotherMachineIsEmpty() throws IOException {
        // An address that is reserved for documentation, RFC 5737.
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(ListeningProcess.at(new InetSocketAddress("192.0.2.1", socket.getLocalPort())))
                    .isEmpty();
        }
    }
}
