package whatis.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import whatis.commandline.ModelOptions;
import whatis.commandline.PositiveNumber;
import whatis.experiment.actor.HostAndPort;
import whatis.experiment.report.Agreement;
import whatis.experiment.report.Result;
import whatis.experiment.report.Setup;
import whatis.experiment.report.SummaryTable;
import whatis.experiment.variant.RowRange;
import whatis.experiment.variant.Variant;
import whatis.experiment.variant.VariantSettings;

/** Runs the variants one after the other and compares them. */
@Command(
        name = "experiment",
        description = {
            "Classifies rows of a dataset in five parallel designs, and tells which is most efficient, and why.",
            "",
            "  A   a loop, one image after the other",
            "  B   one Spark task an image; the checkpoint is a broadcast variable",
            "  C1  an actor a core, each a process with its own model and dataset, is sent row numbers",
            "  C2  the same without a dataset: it is sent images",
            "  D   the library's dispatchers and micro-batches, as in production",
            "",
            "Each runs in a fresh JVM. Its clock starts when the Spark session or the actor system is up, and includes"
                    + " loading models and data, and starting and stopping actors.",
            ""
        },
        footer = {
            "",
            "The report's folder gets experiment.json, report.md and its plots.",
            "",
            "Example:",
            "  whatis experiment --dataset data.parquet --variants A,D --report results"
        })
final class ExperimentCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Mixin
    private DatasetOptions dataset = new DatasetOptions();

    @Option(
            names = "--rows",
            paramLabel = "START:STOP:STEP",
            defaultValue = "0:10000:40",
            converter = RowRangeConverter.class,
            description = "Rows, as Python's range counts them. Default: ${DEFAULT-VALUE}.")
    private RowRange rows = new RowRange(0, 0, 1);

    @Option(
            names = "--variants",
            split = ",",
            defaultValue = "A,B,C1,C2,D",
            description = "Which designs, in this order. Default: ${DEFAULT-VALUE}.")
    private List<Variant> variants = List.of();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(
            names = "--cores",
            paramLabel = "N",
            converter = PositiveNumber.class,
            description = "How many cores each variant may use, and so how many actors there are. Default: all.")
    private @Nullable Integer cores;

    @Option(names = "--in-process", description = "Actors are threads of one JVM instead of processes.")
    private boolean inProcess;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            defaultValue = "experiment-report",
            description = "Where the report goes; what is there is replaced. Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("");

    @Option(
            names = "--address",
            paramLabel = "HOST[:PORT]",
            description = "Where the driver of actors listens, so that engines on other hosts can join."
                    + " Default: this machine alone.")
    private @Nullable String address;

    @Option(
            names = "--joining",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many engines to wait for that join from other hosts, besides those started here.")
    private int joining;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExperimentCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int[] numbers = rows.rows();
        if (numbers.length == 0) {
            throw ExperimentException.wrongInput("The rows " + rows + " are none.");
        }
        if (address != null) {
            // A mistyped one must not cost the variants before.
            HostAndPort.parse(address);
        }
        ReportFolder folder = ReportFolder.create(report);
        Scratch scratch = new Scratch();
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "delete-temporary-files"));
        try (scratch) {
            PreparedModel prepared = PreparedModel.of(model.settings(environment), scratch.folder());
            List<Path> files = dataset.find(environment, scratch.folder(), err());
            Setup setup = Setup.here(
                    dataset.name(),
                    bytes(files),
                    rows.toString(),
                    numbers.length,
                    prepared.name(),
                    prepared.precision(),
                    cores(),
                    inProcess);
            List<Result> results = run(prepared, files, scratch.folder());
            return conclude(folder, setup, numbers, results);
        }
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Result> run(PreparedModel prepared, List<Path> files, Path scratch) throws InterruptedException {
        String home = System.getProperty("whatis.home");
        List<Result> results = new ArrayList<>();
        try (VariantProcess process =
                new VariantProcess(prepared.environment(), scratch, home == null ? null : Path.of(home))) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "kill-variant"));
            for (Variant variant : new LinkedHashSet<>(variants)) {
                say("variant " + variant + ", " + variant.title() + ": " + variant.design());
                results.add(process.run(settings(variant, files)));
            }
        }
        return results;
    }

    private VariantSettings settings(Variant variant, List<Path> files) {
        return new VariantSettings(
                variant,
                files.stream().map(file -> file.toAbsolutePath().toString()).toList(),
                rows,
                cores(),
                inProcess,
                address,
                joining);
    }

    private int cores() {
        return cores == null ? Runtime.getRuntime().availableProcessors() : cores;
    }

    /** Writes what came out, and returns the exit code. */
    private int conclude(ReportFolder folder, Setup setup, int[] numbers, List<Result> results) throws IOException {
        List<String> differences = new Agreement(!setup.precision().equals("fp32")).differences(results, numbers);
        folder.write(setup, numbers, results, differences);
        PrintWriter out = spec.commandLine().getOut();
        out.println(new SummaryTable(results).text());
        out.println("seconds; start: before the clock; in brackets: the driver's, beside the workers'");
        out.println(report.resolve(ReportFolder.REPORT) + " says more");
        out.flush();
        results.stream()
                .filter(result -> !result.succeeded())
                .forEach(result -> say("variant " + result.variant() + " failed: "
                        + result.outcome().failure()));
        differences.forEach(difference -> say("the variants don't agree: " + difference));
        if (!differences.isEmpty() || !results.stream().allMatch(Result::succeeded)) {
            return 3;
        }
        return badRows(results, numbers) ? 1 : 0;
    }

    private boolean badRows(List<Result> results, int[] numbers) {
        List<Integer> bad = new ArrayList<>();
        var answers = results.get(0).measurement().answers();
        for (int i = 0; i < numbers.length; i++) {
            if (answers.get(i).problem() != null) {
                bad.add(numbers[i]);
                say("row " + numbers[i] + ": " + answers.get(i).problem());
            }
        }
        return !bad.isEmpty();
    }

    private void say(String message) {
        err().println("whatis: " + message);
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
