package whatis.commandline.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ServeCommandTests} would have to wait for too long. */
class SupervisorTests {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void serviceWhenItDoesNotStopInTimeIsKilled() throws Exception {
        Services services = services("lingers", Duration.ofMinutes(2));
        Supervisor supervisor = new Supervisor(services, new PrintWriter(err));

        assertThatThrownBy(() -> supervisor.run(supervisor::close)).isInstanceOf(CancellationException.class);

        assertThat(err.toString()).contains("whatis: classifier-service did not stop within 0 s and was killed");
        services.classifier().requireStartable();
    }

    @Test
    void serviceWhenItNeverAnswersIsGivenUp() throws Exception {
        try (Supervisor supervisor = new Supervisor(services("silent", Duration.ZERO), new PrintWriter(err))) {
            assertThatThrownBy(() -> supervisor.run(() -> fail("is not ready")))
                    .isInstanceOf(ServeException.class)
                    .hasMessageStartingWith("classifier-service runs, but has not answered at http://127.0.0.1:");
        }
    }

    @Test
    void supervisorWhenClosedBeforeStartsNothing() throws Exception {
        Supervisor supervisor = new Supervisor(services("", Duration.ZERO), new PrintWriter(err));
        supervisor.close();

        assertThatThrownBy(() -> supervisor.run(() -> fail("is ready"))).isInstanceOf(CancellationException.class);

        assertThat(err.toString()).isEmpty();
    }

    /** The classifier is the one that gets no time to stop. */
    private Services services(String classifierManner, Duration startup) throws IOException {
        return new Services(
                service("classifier-service", "WHATIS_CLASSIFIER_PORT", classifierManner, startup, Duration.ZERO),
                service("wikipedia-service", "WHATIS_WIKIPEDIA_PORT", "", startup, Duration.ofMinutes(1)));
    }

    private Service service(String name, String portVariable, String manner, Duration startup, Duration grace)
            throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Service(
                    name,
                    StandInService.writeJar(folder, name),
                    List.of("-Dmanner=" + manner),
                    Map.of(),
                    (InetSocketAddress) free.getLocalSocketAddress(),
                    portVariable,
                    startup,
                    grace);
        }
    }
}
