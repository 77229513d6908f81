package whatis.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whatis.commandline.ModelOptions;
import whatis.experiment.actor.Actors;
import whatis.experiment.actor.HostAndPort;

/** Offers an engine to an experiment on another host. */
@Command(
        name = "join",
        description = {
            "Offers an engine to variant C2 of an experiment on another host.",
            "",
            "The experiment has to run already, with --address and --joining. The engine ends with it.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  10.0.0.1$ whatis experiment --variants C2 --address 10.0.0.1:7355 --joining 1",
            "  10.0.0.2$ whatis experiment join 10.0.0.1:7355 --address 10.0.0.2"
        })
final class JoinCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Parameters(paramLabel = "HOST:PORT", description = "The --address of the experiment.")
    private String driver = "";

    @Option(
            names = "--address",
            paramLabel = "HOST[:PORT]",
            required = true,
            description = "By which the experiment's host reaches this one.")
    private String address = "";

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    JoinCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        HostAndPort experiment = HostAndPort.parse(driver);
        Scratch scratch = new Scratch();
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "delete-temporary-files"));
        try (scratch) {
            PreparedModel prepared = PreparedModel.of(model.settings(environment), scratch.folder());
            ProcessBuilder engine = Actors.joining(experiment, HostAndPort.parse(address));
            engine.environment().putAll(prepared.environment());
            PrintWriter err = spec.commandLine().getErr();
            err.println("whatis: an engine with " + prepared.name() + " joins " + experiment);
            Process process = engine.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "kill-engine"));
            if (process.waitFor() != 0) {
                throw ExperimentException.machine("The experiment at " + experiment
                        + " can't be reached, or ended before the engine: start it first, with --address " + experiment
                        + " and --joining.");
            }
            return 0;
        }
    }
}
