package whatis.classification.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Attention;
import whatis.classification.network.Lowering;
import whatis.classification.network.Network;
import whatis.classification.network.OneDnnLowering;
import whatis.classification.network.TinyCheckpoint;
import whatis.classification.timing.Deadline;
import whatis.classification.torchscript.StorageType;

/** A JVM of its own, with a heap of one size, that loads a model again and again and measures its resident memory. */
final class NativeMemoryProcess {

    /** Loads after which the JVM's own memory has settled. */
    private static final int SETTLED = 50;

    /** Loads after that. */
    private static final int LOADS = 200;

    private static final Arrangement ARRANGEMENT = new Arrangement(Attention.FLASH, false);

    private NativeMemoryProcess() {}

    /** What becomes of the loads. */
    enum Outcome {
        /** All goes well; an image is answered, and the engine closed. */
        CLOSED {
            @Override
            void load(Path folder, int number) throws IOException {
                ByteBuffer pixels =
                        ByteBuffer.allocateDirect(3 * 32 * 32 * Float.BYTES).order(ByteOrder.nativeOrder());
                try (Network network = open(folder);
                        InferenceEngine engine = InferenceEngine.load(
                                network, Precision.FP32, Optional.empty(), new Concurrency(2, 2, 4))) {
                    engine.infer(pixels, Deadline.in(Duration.ofMinutes(1)));
                }
            }
        },
        /** The last tensor is damaged, which shows while the archive is written. */
        DAMAGED {
            @Override
            void prepare(Path folder) throws IOException {
                super.prepare(folder);
                Path weights = folder.resolve("model.safetensors");
                byte[] bytes = Files.readAllBytes(weights);
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - Float.BYTES, Float.NaN);
                Files.write(weights, bytes);
            }

            @Override
            void load(Path folder, int number) throws IOException {
                refuse(folder);
            }
        },
        /** Logits aren't finite, which shows when the network runs. */
        INFINITE {
            @Override
            void prepare(Path folder) throws IOException {
                small().withDeviation(1e30).write(folder);
            }

            @Override
            void load(Path folder, int number) throws IOException {
                refuse(folder);
            }
        },
        /** Fused operators are missing, wrong, or fail. */
        REPLACED {
            private final List<Lowering> fused =
                    List.of(AlteredLowering.ABSENT, AlteredLowering.WRONG, AlteredLowering.FAILING);

            @Override
            void load(Path folder, int number) throws IOException {
                try (Network network = open(folder)) {
                    new NetworkLoader(StorageType.FLOAT, ARRANGEMENT, fused.get(number % fused.size()))
                            .load(network)
                            .close();
                }
            }
        },
        /** The network is loaded, but the dispatchers' first images fail. */
        WITHOUT_DISPATCHERS {
            @Override
            void load(Path folder, int number) throws IOException {
                try (Network network = open(folder)) {
                    LoadedNetwork closed = new NetworkLoader(StorageType.FLOAT, ARRANGEMENT).load(network);
                    closed.close();
                    new InferenceEngine(
                            closed, Precision.FP32, ARRANGEMENT, new Concurrency(2, 2, 4), new DispatcherThreads(2));
                    throw new IllegalStateException("an engine without a network runs");
                } catch (CompletionException e) {
                    // As it should be.
                }
            }
        };

        void prepare(Path folder) throws IOException {
            small().write(folder);
        }

        abstract void load(Path folder, int number) throws IOException;

        private static TinyCheckpoint small() {
            return TinyCheckpoint.of("vit")
                    .with("hidden_size", "192")
                    .with("intermediate_size", "384")
                    .with("patch_size", "16")
                    .withImageSize(32)
                    .withDeviation(0.05);
        }

        private static Network open(Path folder) throws IOException {
            return Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
        }

        private static void refuse(Path folder) throws IOException {
            try (Network network = open(folder)) {
                new NetworkLoader(StorageType.FLOAT, ARRANGEMENT, new OneDnnLowering(Attention.FLASH)).load(network);
                throw new IllegalStateException("the checkpoint is answered with");
            } catch (CheckpointException e) {
                // As it should be.
            }
        }
    }

    /** Returns by how many megabytes the loads after those that settle the JVM make it grow. */
    static long growth(Outcome outcome, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativeMemoryProcess.class.getName(),
                        outcome.name(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + output);
        }
        return Long.parseLong(output);
    }

    /** Arguments: the outcome, and an empty folder. */
    public static void main(String[] arguments) throws IOException {
        Outcome outcome = Outcome.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        outcome.prepare(folder);
        repeat(outcome, folder, SETTLED);
        long settled = residentMegabytes();
        repeat(outcome, folder, LOADS);
        System.out.println(residentMegabytes() - settled);
    }

    private static void repeat(Outcome outcome, Path folder, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            outcome.load(folder, i);
        }
    }

    private static long residentMegabytes() throws IOException {
        System.gc();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String line =
                    lines.filter(text -> text.startsWith("VmRSS")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
    }
}
