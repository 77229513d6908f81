package whatis.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;

/** Both services in containers, as docker-compose.yml describes them, with the starter model and the tests' MediaWiki. */
final class Stack implements AutoCloseable {

    static final String CLASSIFIER = "classifier-service";
    static final String WIKIPEDIA = "wikipedia-service";

    private static final Duration STARTUP = Duration.ofMinutes(3);

    private final DockerClient docker = DockerClientFactory.lazyClient();
    private final ComposeContainer compose;
    private final int port = freePort();

    /** Builds the images and starts the services; both are healthy when this returns. */
    Stack() {
        compose = new ComposeContainer(
                        "whatis",
                        Path.of("../../docker-compose.yml").toFile(),
                        Path.of("src/test/resources/tests.yml").toFile())
                .withBuild(true)
                .withPull(false)
                .withEnv("WHATIS_ADDRESS", "127.0.0.1")
                .withEnv("WHATIS_CLASSIFIER_PORT", Integer.toString(port))
                .withStartupTimeout(STARTUP)
                .waitingFor(CLASSIFIER, Wait.forHealthcheck().withStartupTimeout(STARTUP));
        compose.start();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void kill(String service) {
        docker.killContainerCmd(id(service)).exec();
    }

    void start(String service) {
        docker.startContainerCmd(id(service)).exec();
    }

    void pause(String service) {
        docker.pauseContainerCmd(id(service)).exec();
    }

    void unpause(String service) {
        docker.unpauseContainerCmd(id(service)).exec();
    }

    void disconnect(String service) {
        docker.disconnectFromNetworkCmd()
                .withContainerId(id(service))
                .withNetworkId(network())
                .exec();
    }

    void connect(String service) {
        docker.connectToNetworkCmd()
                .withContainerId(id(service))
                .withNetworkId(network())
                .withContainerNetwork(new ContainerNetwork().withAliases(service))
                .exec();
    }

    /** Ends a service as docker stop does, and starts it again. */
    void restart(String service) {
        docker.restartContainerCmd(id(service)).exec();
    }

    InspectContainerResponse inspect(String service) {
        return docker.inspectContainerCmd(id(service)).exec();
    }

    /** Runs a program in a service's container and returns what it prints. */
    String run(String service, String... command) throws IOException, InterruptedException {
        return container(service).execInContainer(command).getStdout();
    }

    @Override
    public void close() {
        compose.stop();
    }

    // The classifier is never taken off it.
    private String network() {
        return inspect(CLASSIFIER)
                .getNetworkSettings()
                .getNetworks()
                .keySet()
                .iterator()
                .next();
    }

    private String id(String service) {
        return container(service).getContainerId();
    }

    private ContainerState container(String service) {
        return compose.getContainerByServiceName(service).orElseThrow();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
