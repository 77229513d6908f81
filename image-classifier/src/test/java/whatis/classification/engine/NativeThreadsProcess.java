package whatis.classification.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.timing.Deadline;

/** A JVM of its own that works as if it had many cores, and counts its threads as the operating system does. */
final class NativeThreadsProcess {

    /** The name that native threads get from the dispatcher that starts them, as far as Linux keeps it. */
    private static final String DISPATCHERS = "whatis-dispatch";

    private static final TinyCheckpoint TINY = TinyCheckpoint.of("vit");
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final int ROUNDS = 5;

    private NativeThreadsProcess() {}

    /**
     * Most threads at any of the moments at which they were counted.
     *
     * @param dispatchers the dispatchers' threads, and those that libtorch started for them
     * @param all those of the process
     */
    record Count(int dispatchers, int all) {

        Count largest(Count other) {
            return new Count(Math.max(dispatchers, other.dispatchers), Math.max(all, other.all));
        }
    }

    /**
     * Has as many callers as cores ask at once, then one alone, and so on.
     *
     * @param folder an empty one
     */
    static Count run(Path folder, int cores, Concurrency concurrency) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ActiveProcessorCount=" + cores,
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativeThreadsProcess.class.getName(),
                        folder.toString(),
                        concurrency.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + output);
        }
        String[] numbers = output.strip().split(" ");
        return new Count(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** Arguments: an empty folder, and the concurrency. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Path.of(arguments[0]);
        TINY.write(folder);
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService callers = Executors.newFixedThreadPool(cores);
        try (Network network = Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
                InferenceEngine engine =
                        InferenceEngine.load(network, Precision.FP32, Optional.empty(), Concurrency.of(arguments[1]))) {
            Count count = count();
            for (int round = 0; round < ROUNDS; round++) {
                List<Future<Inference>> answers = new ArrayList<>();
                for (int caller = 0; caller < cores; caller++) {
                    answers.add(callers.submit(() -> infer(engine)));
                }
                count = count.largest(count());
                for (Future<Inference> answer : answers) {
                    answer.get();
                }
                infer(engine);
                count = count.largest(count());
            }
            System.out.println(count.dispatchers() + " " + count.all());
        } finally {
            callers.shutdown();
        }
    }

    private static Inference infer(InferenceEngine engine) {
        int floats = 3 * TINY.input().height() * TINY.input().width();
        ByteBuffer pixels = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
        return engine.infer(pixels, Deadline.in(Duration.ofMinutes(1)));
    }

    private static Count count() throws IOException {
        int dispatchers = 0;
        int all = 0;
        try (Stream<Path> threads = Files.list(THREADS)) {
            for (Path thread : threads.toList()) {
                try {
                    boolean ours = Files.readString(thread.resolve("comm")).startsWith(DISPATCHERS);
                    dispatchers += ours ? 1 : 0;
                    all++;
                } catch (IOException e) {
                    // It has ended meanwhile: there is no such file, or no such process.
                }
            }
        }
        return new Count(dispatchers, all);
    }
}
