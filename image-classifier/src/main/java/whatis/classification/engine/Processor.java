package whatis.classification.engine;

import java.nio.file.Path;

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
        // Where Linux tells no name, the architecture has to do.
        String name = CpuInfo.in(cpuInfo).first("model name").orElse(System.getProperty("os.arch"));
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
