package whatis.experiment.actor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import whatis.experiment.variant.VariantHost;

/** The process of one engine, started by the driver's. */
final class EngineProgram {

    private EngineProgram() {}

    /** Returns what {@link #main} takes. */
    static List<String> arguments(int number, HostAndPort driver) {
        return List.of(String.valueOf(number), driver.toString());
    }

    /** @param arguments its number, the driver's address, and the dataset's files, if it is to load them */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        VariantHost.endWith(System.in);
        List<Path> files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        EngineHost host = EngineHost.start(
                Integer.parseInt(arguments[0]),
                HostAndPort.parse(arguments[1]),
                HostAndPort.LOOPBACK,
                Engines.loading(files));
        host.awaitEnd();
        // Nothing is left to be done, and what the JVM would wait for is none of it.
        Runtime.getRuntime().halt(0);
    }
}
