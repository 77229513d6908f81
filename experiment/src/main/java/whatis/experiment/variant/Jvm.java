package whatis.experiment.variant;

import java.nio.file.Path;
import java.util.List;

/** Says how the experiment's processes are started, so that all are alike. */
public final class Jvm {

    private Jvm() {}

    /**
     * Returns the beginning of a command: the Java that runs this, with flags.
     *
     * @param cores how many cores the process may use
     * @param scratch the folder for its temporary files
     */
    public static List<String> command(int cores, Path scratch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // No threads that take cores from libtorch; there is little garbage but pixels.
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=" + cores,
                OutOfMemory.JVM_FLAG,
                // What goes wrong with actors is told in our words.
                "-Dorg.slf4j.simpleLogger.log.org.apache.pekko=off",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Djava.io.tmpdir=" + scratch);
    }
}
