package whatis.commandline;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.calibration.Aim;
import whatis.classification.calibration.Calibrator;
import whatis.classification.calibration.Outcome;
import whatis.classification.calibration.Split;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.engine.InferenceEngine;
import whatis.classification.engine.Precision;
import whatis.classification.model.Calibrations;
import whatis.classification.model.ModelResolver;
import whatis.classification.model.ResolvedModel;
import whatis.classification.network.Calibration;
import whatis.classification.network.Network;
import whatis.commandline.bench.Machine;
import whatis.commandline.calibrate.CalibrationReport;
import whatis.commandline.calibrate.CalibrationTable;
import whatis.commandline.calibrate.HarmPlot;
import whatis.hub.TerminalProgress;

/** Finds out how a checkpoint runs in int8 without other answers, and keeps it for whoever asks for int8. */
@Command(
        name = "calibrate",
        description = {
            "Prepares a model for the precision int8.",
            "",
            "Half of the pictures show what range of numbers each linear layer reads. The others judge: they tell how far"
                    + " answers move with each layer in int8, and which layers have to stay in floats. The result is kept"
                    + " beside the hub's cache for this very model. Ended half-way, the same command goes on where it"
                    + " was.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  whatis calibrate --images photos/",
            "  whatis calibrate --model ./my-checkpoint --images photos/ --plot harm.svg --json report.json"
        })
final class CalibrateCommand implements Callable<Integer> {

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "A folder of pictures such as the model will see, at least 50; some hundreds are better.")
    private @Nullable Path images;

    @Option(
            names = "--judge",
            paramLabel = "DIR",
            description = "A folder of other pictures that judge. Default: half of those of --images.")
    private @Nullable Path judge;

    @Option(
            names = "--aim",
            paramLabel = "PERCENT",
            defaultValue = "2",
            description =
                    "The most answers that may differ from those of fp32, by their label or the side of the threshold, if not"
                            + " as many do in floats. Default: ${DEFAULT-VALUE}.")
    private double aim;

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            defaultValue = "${env:WHATIS_THRESHOLD:-0.80}",
            description =
                    "The score from which a label counts as known. Default: the environment's WHATIS_THRESHOLD, else"
                            + " 0.80.")
    private double threshold;

    @Option(
            names = "--synthetic",
            description =
                    "Calibrate on noise, all layers, to measure speed: answers are worth nothing, and the precision"
                            + " shows as int8-synthetic.")
    private boolean synthetic;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ReportFiles outputs = new ReportFiles();

    @Spec
    private @Nullable CommandSpec spec;

    private final Map<String, String> environment;
    private final Terminal terminal;

    /** @param environment what the options don't say */
    CalibrateCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (synthetic ? images != null || judge != null : images == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "it takes either --images DIR or --synthetic");
        }
        outputs.requireWritable();
        Precision.INT8.here();
        ImageClassifierSettings settings = model.settings(environment);
        // A mistyped name must not cost the download of a model.
        CalibrationPictures pictures = images == null ? null : CalibrationPictures.in(images, judge);
        Aim reached = new Aim(aim, threshold);
        return new ModelResolver(settings.hub(), TerminalProgress.onStandardError())
                .read(settings.model(), settings.fallback(), found -> {
                    try (Network network = Network.open(Checkpoint.open(found.files()))) {
                        return pictures == null
                                ? synthetic(found, network, settings)
                                : calibrate(found, network, settings, pictures, reached);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private int synthetic(ResolvedModel found, Network network, ImageClassifierSettings settings) throws IOException {
        Calibrations kept = Calibrations.beside(settings.hub());
        String digest = found.digest();
        if (kept.has(digest, InferenceEngine.libTorchVersion())) {
            throw new IllegalArgumentException(found.name() + " is calibrated, and noise won't take the place of that;"
                    + " --precision int8-synthetic measures speed without");
        }
        Path file = kept.save(Calibrator.synthetic(network, digest));
        terminal.err().println("whatis: calibrated on noise, for measuring speed only; kept in " + file);
        return 0;
    }

    private int calibrate(
            ResolvedModel found,
            Network network,
            ImageClassifierSettings settings,
            CalibrationPictures pictures,
            Aim reached)
            throws IOException {
        String begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Split split = pictures.split(network, settings.limits(), terminal.err());
        warnOfFew(split, reached);
        Calibrator calibrator = new Calibrator(
                network,
                found.digest(),
                split,
                reached,
                settings.precision().isInt8() ? Precision.AUTO : settings.precision(),
                Machine.current().processor());
        Calibrations kept = Calibrations.beside(settings.hub());
        Outcome outcome;
        try (CalibrateProgress progress = new CalibrateProgress(terminal)) {
            outcome = outcome(calibrator, kept, progress);
        }
        Optional<String> file =
                outcome.met() ? Optional.of(kept.save(outcome.calibration()).toString()) : Optional.empty();
        kept.forgetUnfinished(outcome.calibration(), split.key());
        report(CalibrationReport.of(WhatIs.version(), begin, found.name(), split, reached, outcome, file));
        return conclude(outcome, file);
    }

    private void warnOfFew(Split split, Aim reached) {
        int judging = split.judging().size();
        if (reached.percentChanged() * judging < 100) {
            terminal.err()
                    .println(("whatis: %d pictures judge, so that a single answer that changes is more than %s%%; more"
                                    + " pictures allow more layers in int8")
                            .formatted(judging, number(reached.percentChanged())));
        }
    }

    private static Outcome outcome(Calibrator calibrator, Calibrations kept, CalibrateProgress progress) {
        String key = calibrator.pictures().key();
        Calibration observed = kept.findUnfinished(calibrator.checkpoint(), InferenceEngine.libTorchVersion(), key)
                .filter(unfinished ->
                        unfinished.layers().equals(calibrator.network().linearLayers()))
                .orElseGet(() -> calibrator.observe(progress));
        kept.saveUnfinished(observed, key);
        return calibrator.choose(observed, progress, harmed -> kept.saveUnfinished(harmed, key));
    }

    private void report(CalibrationReport report) {
        String table = CalibrationTable.of(report);
        PrintWriter out = new PrintWriter(terminal.out(), true);
        out.print(table);
        out.flush();
        outputs.write(report.json(), table, HarmPlot.of(report));
    }

    private int conclude(Outcome outcome, Optional<String> file) {
        if (outcome.mostAlike() > CalibrationPictures.TOO_ALIKE) {
            terminal.err()
                    .println("whatis: %.0f%% of the pictures have one label: what others would say is not known"
                            .formatted(100 * outcome.mostAlike()));
        }
        if (file.isEmpty()) {
            terminal.err()
                    .println(("whatis: int8 changes more than %s%% of the answers, and more than floats do, whichever"
                                    + " layers stay in floats, so nothing is kept: choose another precision, a higher"
                                    + " --aim, or more pictures")
                            .formatted(number(aim)));
            return Failure.WRONG_INPUT;
        }
        terminal.err().println("whatis: kept in " + file.get() + "; WHATIS_PRECISION=int8 takes it from there");
        return 0;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
