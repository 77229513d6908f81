package whatis.commandline.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Takes the place of one of our services, of which it has the name (from its jar) and whose address and readiness it knows.
 * The variable {@code CLASSIFIER_SERVICE} or {@code WIKIPEDIA_SERVICE}, or {@code -Dmanner}, tells it to misbehave:
 * {@code tells} its environment, {@code fails} at the start, {@code loads} until somebody asks for {@code /load}, {@code lingers} when it is told to stop,
 * or is {@code silent}.
 */
public final class StandInService {

    private static final Map<String, List<String>> ADDRESSES = Map.of(
            "classifier-service", List.of("WHATIS_ADDRESS", "WHATIS_CLASSIFIER_PORT"),
            "wikipedia-service", List.of("WHATIS_WIKIPEDIA_ADDRESS", "WHATIS_WIKIPEDIA_PORT"));

    private StandInService() {}

    public static void main(String[] arguments) throws Exception {
        String name = Path.of(System.getProperty("java.class.path"))
                .getFileName()
                .toString()
                .replace(".jar", "");
        String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
        String manner = System.getProperty("manner", System.getenv().getOrDefault(variable, ""));
        System.out.println("pid " + ProcessHandle.current().pid() + ".");
        switch (manner) {
            case "tells" -> System.getenv().forEach((key, value) -> System.out.println(key + "=" + value));
            case "fails" -> {
                System.err.println("no, thank you");
                System.exit(5);
            }
            case "silent" -> Thread.sleep(Long.MAX_VALUE);
            case "lingers" -> Runtime.getRuntime().addShutdownHook(new Thread(StandInService::linger));
            default -> Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
        }
        List<String> address = Objects.requireNonNull(ADDRESSES.get(name));
        String host = System.getenv().getOrDefault(address.get(0), "127.0.0.1");
        int port = Integer.parseInt(System.getenv(address.get(1)));
        serve(new InetSocketAddress(host, port), new AtomicBoolean(!manner.equals("loads")));
    }

    private static void linger() {
        System.out.println("not yet");
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(InetSocketAddress address, AtomicBoolean ready) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            System.out.println(ready.get() ? "ready" : "loading");
            exchange.sendResponseHeaders(ready.get() ? 200 : 503, -1);
            exchange.close();
        });
        server.createContext("/load", exchange -> {
            ready.set(true);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Writes a jar that runs this class under a service's name, where the build would put it. */
    static Path writeJar(Path home, String name) throws IOException {
        String classes = StandInService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes);
        Path jar = home.resolve(name).resolve("target").resolve(name + ".jar");
        Files.createDirectories(jar.getParent());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
