package whatis.commandline.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is run together.
 *
 * @param classifier the one that clients ask
 * @param wikipedia the one that the classifier asks
 */
record Services(Service classifier, Service wikipedia) {

    private static final Duration STARTUP = Duration.ofMinutes(2);

    Services {
        if (classifier.address().getPort() == wikipedia.address().getPort()) {
            throw new IllegalArgumentException("%s and %s must differ, but both are %d"
                    .formatted(
                            classifier.portVariable(),
                            wikipedia.portVariable(),
                            wikipedia.address().getPort()));
        }
    }

    /**
     * Describes the services of a project.
     *
     * @param home the project's folder
     * @throws IllegalArgumentException if a variable of the environment makes no sense
     */
    static Services of(Path home, Map<String, String> environment) {
        Service wikipedia = wikipedia(home, environment);
        return new Services(classifier(home, environment, wikipedia), wikipedia);
    }

    private static Service classifier(Path home, Map<String, String> environment, Service wikipedia) {
        return new Service(
                "classifier-service",
                home.resolve("classifier-service/target/classifier-service.jar"),
                List.of("@" + home.resolve("classifier-service/jvm.options")),
                Map.of(
                        "WHATIS_WIKIPEDIA_SERVICE_URL",
                        environment.getOrDefault(
                                "WHATIS_WIKIPEDIA_SERVICE_URL",
                                wikipedia.url("").toString()),
                        // There may be a password in it, which is not its business.
                        "WHATIS_WIKIPEDIA_URL",
                        ""),
                new InetSocketAddress(
                        host(environment, "WHATIS_ADDRESS"), port(environment, "WHATIS_CLASSIFIER_PORT", 8000)),
                "WHATIS_CLASSIFIER_PORT",
                STARTUP,
                // It gives requests twice 6 s, and takes some for itself.
                Duration.ofSeconds(15));
    }

    private static Service wikipedia(Path home, Map<String, String> environment) {
        return new Service(
                "wikipedia-service",
                home.resolve("wikipedia-service/target/wikipedia-service.jar"),
                List.of(
                        // Texts are small, the thousands in the cache included: this way it takes 190 MB in all.
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        // It waits for others most of the time. The quick compiler alone halves the work of its start.
                        "-XX:TieredStopAtLevel=1"),
                // It asks no hub.
                Map.of("HF_TOKEN", "", "HUGGING_FACE_HUB_TOKEN", ""),
                new InetSocketAddress(
                        host(environment, "WHATIS_WIKIPEDIA_ADDRESS"),
                        port(environment, "WHATIS_WIKIPEDIA_PORT", 8001)),
                "WHATIS_WIKIPEDIA_PORT",
                STARTUP,
                // It gives requests 5 s.
                Duration.ofSeconds(8));
    }

    private static InetAddress host(Map<String, String> environment, String variable) {
        String text = environment.getOrDefault(variable, "").strip();
        try {
            return text.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(variable + " is not an address: '" + text + "'", e);
        }
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String text = environment.getOrDefault(variable, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(variable + " is not a port, 1 to 65535: '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
