package whatis.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whatis.classification.ImageClassifier;
import whatis.classification.ModelDescription;
import whatis.commandline.bench.ClosedLoop;
import whatis.commandline.bench.HttpService;
import whatis.commandline.bench.InProcess;
import whatis.commandline.bench.LoadPlot;
import whatis.commandline.bench.Machine;
import whatis.commandline.bench.MarkdownReport;
import whatis.commandline.bench.Report;
import whatis.commandline.bench.Round;
import whatis.commandline.bench.Target;

/** Measures how fast images are classified, in this process or by a service. */
@Command(
        name = "bench",
        description = {
            "Measures how fast images are classified.",
            "",
            "Clients ask again and again, each waiting for its answer before it asks again; one round for each number of"
                    + " clients. Decoding is part of it. With --url a running service is asked, else the model runs in"
                    + " this process.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  whatis bench photo.jpg",
            "  whatis bench --clients 1,8,32 --url http://127.0.0.1:8000 --plot load.svg photos/"
        })
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Images, or folders of them; asked in turn.")
    private List<Path> named = List.of();

    @Option(
            names = "--clients",
            paramLabel = "N[,N...]",
            split = ",",
            defaultValue = "1,8",
            converter = PositiveNumber.class,
            description = "How many ask at the same time. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clients = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            converter = PositiveNumber.class,
            description = "How long to measure in each round. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "5",
            converter = PositiveNumber.class,
            description = "Seconds before that, which don't count. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--url",
            description = "A running service, such as http://127.0.0.1:8000. Images are posted to its /whatis/; what is"
                    + " not answered with 200 counts as a failure. Its memory is known if it shows its metrics.")
    private @Nullable URI url;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ReportFiles outputs = new ReportFiles();

    @Spec
    private @Nullable CommandSpec spec;

    private final Function<ModelOptions, ImageClassifier> load;
    private final Terminal terminal;

    BenchCommand(Function<ModelOptions, ImageClassifier> load, Terminal terminal) {
        this.load = load;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        if (url != null && model.given()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--model and --precision are the service's own: not with --url");
        }
        outputs.requireWritable();
        List<byte[]> pictures = pictures();
        Report report = url == null ? inProcess(pictures) : report(url.toString(), null, pictures, HttpService.at(url));
        PrintWriter out = new PrintWriter(terminal.out(), true);
        String table = MarkdownReport.of(report);
        out.print(table);
        out.flush();
        outputs.write(report.json(), table, LoadPlot.of(report));
        boolean answered = report.rounds().stream().allMatch(round -> round.answers() > 0);
        return answered ? 0 : Failure.MACHINE;
    }

    private List<byte[]> pictures() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (ImageFile file : ImageFile.find(named)) {
            if (file.problem() != null) {
                throw new IllegalArgumentException(
                        file.path() + ": " + file.problem().message());
            }
            pictures.add(file.read());
        }
        return pictures;
    }

    private Report inProcess(List<byte[]> pictures) throws ExecutionException, InterruptedException {
        try (ImageClassifier classifier = load.apply(model)) {
            classifier.classify(pictures.get(0), 1);
            long sinceStart = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            ModelDescription description = classifier.model();
            String subject = "%s in %s (%s, %s)"
                    .formatted(
                            description.name(),
                            description.precision(),
                            description.arrangement(),
                            description.arrangedBy());
            return report(subject, sinceStart / 1e3, pictures, new InProcess(classifier));
        }
    }

    private Report report(String subject, @Nullable Double first, List<byte[]> pictures, Target target)
            throws ExecutionException, InterruptedException {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ClosedLoop loop = new ClosedLoop(pictures, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
        List<Round> rounds = new ArrayList<>();
        try (LoadProgress progress = new LoadProgress(terminal, loop.warmUp(), loop.measured())) {
            for (int number : clients) {
                rounds.add(loop.run(target, number, progress));
            }
        }
        return new Report(
                WhatIs.version(),
                begin.toString(),
                command(),
                Machine.current(),
                subject,
                pictures.size(),
                warmUp,
                seconds,
                first,
                rounds);
    }

    private String command() {
        return "whatis "
                + String.join(
                        " ",
                        Objects.requireNonNull(spec)
                                .root()
                                .commandLine()
                                .getParseResult()
                                .originalArgs());
    }
}
