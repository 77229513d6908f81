package whatis.classification.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What decides on how quickly a network is computed, besides the network.
 *
 * @param name the processor's name, with those of its instructions that multiply matrices: virtual machines may hide some
 * @param cores how many cores this process may use
 */
public record Processor(String name, int cores) {

    private static final String NAME = "model name";

    /** Describes this machine's. */
    public static Processor here() {
        return describedIn(Path.of("/proc/cpuinfo"));
    }

    static Processor describedIn(Path cpuInfo) {
        String name = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(cpuInfo, StandardCharsets.ISO_8859_1)) {
            name = lines.filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(name);
        } catch (IOException e) {
            // Where there is no such file, the architecture has to do.
        }
        String instructions = String.join(" ", Cpu.describedIn(cpuInfo).matrixFlags());
        return new Processor(
                instructions.isEmpty() ? name : "%s (%s)".formatted(name, instructions),
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String toString() {
        return "%d x %s".formatted(cores, name);
    }
}
