package whatis.classification.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Network;

/** A JVM of its own that runs a network while oneDNN tells the kernel of everything that it does. */
final class OneDnnKernelsProcess {

    /** More than one, as views of several images have gaps that those of one don't have. */
    private static final int IMAGES = 4;

    private OneDnnKernelsProcess() {}

    /**
     * Returns a line for each primitive that ran, with its kernel, shapes and operands.
     *
     * @param folder of the checkpoint
     * @see <a href="https://uxlfoundation.github.io/oneDNN/dev_guide_verbose.html">oneDNN's verbose mode</a>
     */
    static List<String> run(Path folder, Precision precision) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneDnnKernelsProcess.class.getName(),
                        folder.toString(),
                        precision.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ONEDNN_VERBOSE", "1");
        Process process = builder.start();
        List<String> output =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + output);
        }
        return output.stream()
                .filter(line -> line.startsWith("onednn_verbose") && line.contains(",primitive,exec,"))
                .toList();
    }

    /** Arguments: the checkpoint's folder, and the precision. */
    public static void main(String[] arguments) throws IOException {
        LibTorch.load();
        PrecisionLoader loader = PrecisionLoader.of(Precision.parse(arguments[1]));
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(Path.of(arguments[0]))));
                LoadedNetwork loaded = loader.load(network, loader.byRule(network), 1)) {
            loaded.logits(LoadedNetwork.noise(network.shape(IMAGES)), IMAGES, false);
        }
    }
}
