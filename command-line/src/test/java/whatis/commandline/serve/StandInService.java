package whatis.commandline.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A service that does as it is told: takes the place of one of ours, whose name it has from its jar, and of whose
 * interface it knows the port's variable and the readiness. The variable {@code CLASSIFIER_SERVICE} or
 * {@code WIKIPEDIA_SERVICE} tells it to be different: {@code fails}, {@code loads} until somebody asks for {@code /load},
 * {@code lingers} when it is told to stop, or is {@code silent}.
 */
public final class StandInService {

    private static final Map<String, String> PORTS =
            Map.of("classifier-service", "WHATIS_CLASSIFIER_PORT", "wikipedia-service", "WHATIS_WIKIPEDIA_PORT");

    private StandInService() {}

    public static void main(String[] arguments) throws Exception {
        String name = Path.of(System.getProperty("java.class.path"))
                .getFileName()
                .toString()
                .replace(".jar", "");
        String manner = Objects.requireNonNullElse(
                System.getenv(name.toUpperCase(Locale.ROOT).replace('-', '_')), "");
        System.out.println("pid " + ProcessHandle.current().pid() + ".");
        switch (manner) {
            case "fails" -> {
                System.err.println("no, thank you");
                System.exit(5);
            }
            case "silent" -> Thread.sleep(Long.MAX_VALUE);
            case "lingers" -> Runtime.getRuntime().addShutdownHook(new Thread(StandInService::linger));
            default -> Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
        }
        serve(Integer.parseInt(System.getenv(PORTS.get(name))), new AtomicBoolean(!manner.equals("loads")));
    }

    private static void linger() {
        System.out.println("not yet");
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(int port, AtomicBoolean ready) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
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
}
