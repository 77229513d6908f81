package whatis.experiment.actor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import whatis.experiment.variant.VariantHost;

/** The process of one engine, started by the driver's or, on another host, by a user. */
final class EngineProgram {

    private EngineProgram() {}

    /** The exit code when the driver can't be reached, or is gone before the engine. */
    static final int DRIVER_GONE = 5;

    /**
     * Returns what {@link #main} takes.
     *
     * @param number which of the driver's processes it is; negative for one of another host
     * @param address where it listens
     * @param files the dataset, if the engine is to load it
     */
    static List<String> arguments(int number, HostAndPort driver, HostAndPort address, List<Path> files) {
        List<String> arguments =
                new ArrayList<>(List.of(String.valueOf(number), driver.toString(), address.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        return arguments;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        VariantHost.endWith(System.in);
        List<Path> files = Arrays.stream(arguments).skip(3).map(Path::of).toList();
        EngineHost host = EngineHost.start(
                Integer.parseInt(arguments[0]),
                HostAndPort.parse(arguments[1]),
                HostAndPort.parse(arguments[2]),
                Engines.loading(files));
        boolean stopped = host.awaitEnd();
        // Nothing is left to be done, and what the JVM would wait for is none of it.
        Runtime.getRuntime().halt(stopped ? 0 : DRIVER_GONE);
    }
}
