package whatis.commandline.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program of ours that serves HTTP.
 *
 * @param name what it is called in messages
 * @param jar the program
 * @param flags of its JVM
 * @param environment what it finds there instead of what this program does
 * @param address where it listens
 * @param portVariable the variable of the environment that says on which port
 * @param startup how long it may take to answer at all
 * @param grace how long it may take to stop
 */
record Service(
        String name,
        Path jar,
        List<String> flags,
        Map<String, String> environment,
        InetSocketAddress address,
        String portVariable,
        Duration startup,
        Duration grace) {

    Service {
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
        if (startup.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException("startup and grace must not be negative: " + startup + ", " + grace);
        }
    }

    /**
     * Returns what to run: the Java that runs this, with the jar. Where the launcher has unpacked the jar and archived the
     * classes that a start loads, these are taken; the JVM itself leaves out an archive that doesn't suit it.
     */
    List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path unpacked = jar.resolveSibling("unpacked");
        Path ofJava17 = unpacked.resolve("classes.jsa");
        Path ofJava25 = unpacked.resolve("classes.aot");
        String unpackedJar = unpacked.resolve(jar.getFileName()).toString();
        Stream<String> program = Stream.of("-jar", jar.toString());
        if (Files.exists(ofJava25)) {
            program = Stream.of("-XX:AOTCache=" + ofJava25, "-jar", unpackedJar);
        } else if (Files.exists(ofJava17)) {
            program = Stream.of("-XX:SharedArchiveFile=" + ofJava17, "-jar", unpackedJar);
        }
        return Stream.of(Stream.of(java), flags.stream(), program)
                .flatMap(part -> part)
                .toList();
    }

    /** Returns the address of a page, for clients on this machine. */
    URI url(String path) {
        InetAddress host =
                address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        String literal = host.getHostAddress();
        return URI.create(
                "http://" + (literal.contains(":") ? "[" + literal + "]" : literal) + ":" + address.getPort() + path);
    }

    /**
     * Checks what can be known before the start.
     *
     * @throws ServeException if the jar is missing or the port can't be had
     */
    void requireStartable() {
        if (!Files.isRegularFile(jar)) {
            throw new ServeException(name + " is not built: start it with ./whatis serve, which does that");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException e) {
            throw new ServeException("%s can't have port %d of %s (%s): stop what uses it, or set %s to another one"
                    .formatted(
                            name,
                            address.getPort(),
                            address.getAddress().getHostAddress(),
                            e.getMessage(),
                            portVariable));
        }
    }
}
