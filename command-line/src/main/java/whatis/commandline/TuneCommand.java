package whatis.commandline;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whatis.classification.ArrangementTuning;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.ArrangementSetting;
import whatis.classification.tuning.TuningReport;
import whatis.hub.TerminalProgress;

/** Finds which arrangement of operators is the quickest on this machine, and keeps it. */
@Command(
        name = "tune",
        description = {
            "Finds which operators compute a model most quickly on this machine.",
            "",
            "Where libtorch has several operators for the same, a rule chooses by the CPU. This command runs all of them in"
                    + " turns, for an image that is alone and for micro-batches, and keeps what is quickest for the next"
                    + " starts with this precision, of this model and all of its shape. The rule's choice stays unless"
                    + " another one is quicker beyond doubt; where noise leaves doubts, nothing is kept. Interrupted, it"
                    + " changes nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  whatis tune",
            "  whatis tune --model google/vit-base-patch16-224 --precision bf16 --rounds 100"
        })
final class TuneCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "30",
            converter = PositiveNumber.class,
            description = "How often each of them runs, at least 10; more see through more noise."
                    + " Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--json", description = "Print a JSON object instead of a table.")
    private boolean json;

    @Mixin
    private ModelOptions model = new ModelOptions();

    private final Map<String, String> environment;
    private final Terminal terminal;

    TuneCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ImageClassifierSettings settings = model.settings(environment);
        ArrangementTuning tuning = new ArrangementTuning(settings, rounds);
        TuningReport report;
        try (TuningProgress progress = new TuningProgress(terminal, rounds)) {
            report = tuning.run(TerminalProgress.onStandardError(), progress);
        }
        PrintWriter out = new PrintWriter(terminal.out(), true);
        out.print(json ? TuningJson.of(report) : TuningTable.of(report));
        out.flush();
        if (!settings.arrangement().equals(ArrangementSetting.AUTO)) {
            terminal.err().println("whatis: WHATIS_ARRANGEMENT comes before what is kept: unset it for that to count");
        }
        return 0;
    }
}
