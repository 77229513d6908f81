package whatis.commandline;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whatis.classification.ImageClassifier;

/** Measures how fast this machine classifies an image. */
@Command(
        name = "bench",
        description = {
            "Measures how fast this machine classifies an image.",
            "",
            "Clients classify the image again and again, each waiting for its answer before it asks again. Decoding is"
                    + " part of it.",
            ""
        })
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The image.")
    private Path file = Path.of("");

    @Option(
            names = "--clients",
            defaultValue = "1",
            converter = PositiveNumber.class,
            description = "How many ask at the same time. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            converter = PositiveNumber.class,
            description = "How long to measure. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Mixin
    private ModelOptions model = new ModelOptions();

    private final Function<ModelOptions, ImageClassifier> load;
    private final Terminal terminal;

    BenchCommand(Function<ModelOptions, ImageClassifier> load, Terminal terminal) {
        this.load = load;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        byte[] image = Files.readAllBytes(file);
        try (ImageClassifier classifier = load.apply(model)) {
            classifier.classify(image, 1);
            Duration first = Duration.ofMillis(System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime());
            Duration time = Duration.ofSeconds(seconds);
            List<Long> nanoseconds = ClosedLoop.run(() -> classifier.classify(image, 1), clients, time);
            BenchResult result = BenchResult.of(classifier.model(), clients, nanoseconds, time, first);
            PrintWriter out = new PrintWriter(terminal.out(), true);
            out.println(json ? new Gson().toJson(result) : result.text());
        }
        return 0;
    }
}
