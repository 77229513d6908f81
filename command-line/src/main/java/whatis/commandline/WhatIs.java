package whatis.commandline;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import whatis.classification.ImageClassifier;
import whatis.classification.engine.NativeCalls;
import whatis.commandline.serve.ServeCommand;
import whatis.hub.TerminalProgress;

/** Runs {@code whatis} and ends the process with one of the exit codes that its help lists. */
@Command(
        name = "whatis",
        description = "Tells what a photograph shows, and what Wikipedia says about it.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = WhatIs.Version.class,
        footer = {
            "",
            "Commands that come with their own help:",
            "  batch       Classifies many images, on this machine or on a Spark cluster.",
            "  pack        Packs many small files into few Parquet files.",
            "  experiment  Compares five parallel designs on a batch of images.",
            "  dataset     Shows and saves images of a dataset."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all is well",
            " 1:an input is wrong: the others are answered",
            " 2:the command was not understood",
            " 3:the machine or the network failed"
        })
public final class WhatIs {

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of every error.")
    private boolean verbose;

    private WhatIs() {}

    public static void main(String[] arguments) {
        Function<ModelOptions, ImageClassifier> load =
                model -> ImageClassifier.load(model.settings(System.getenv()), TerminalProgress.onStandardError());
        NativeCalls.finishBeforeExit();
        CommandLine program = commandLine(load, Terminal.standard());
        System.exit(program.execute(arguments));
    }

    /** Builds the program of the commands here, and of those that are on the class path. */
    static CommandLine commandLine(Function<ModelOptions, ImageClassifier> load, Terminal terminal) {
        WhatIs whatis = new WhatIs();
        ErrorReport errors = new ErrorReport(terminal.err(), () -> whatis.verbose);
        CommandLine program = new CommandLine(whatis);
        // First, as the handlers below are for all commands that are there by then.
        for (FurtherCommands further : ServiceLoader.load(FurtherCommands.class)) {
            further.create(System.getenv()).forEach(program::addSubcommand);
        }
        return program.addSubcommand(new ClassifyCommand(load, terminal, errors))
                .addSubcommand(new BenchCommand(load, terminal))
                .addSubcommand(new CalibrateCommand(System.getenv(), terminal))
                .addSubcommand(new TuneCommand(System.getenv(), terminal))
                .addSubcommand(new ServeCommand(
                        System.getenv(),
                        System.getProperty("whatis.home"),
                        new PrintWriter(terminal.out(), true),
                        terminal.err()))
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new HelpCommand())
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // A photograph may be called @me.jpg.
                .setExpandAtFiles(false)
                .setExecutionStrategy(WhatIs::runOrThrow)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Runs the command such that errors, too, come to the handler: too little memory, no native library. */
    private static int runOrThrow(ParseResult arguments) {
        try {
            return new RunLast().execute(arguments);
        } catch (Error e) {
            throw new ExecutionException(arguments.commandSpec().commandLine(), "error", e);
        }
    }

    /** Returns the version of the jar. */
    static String version() {
        return Objects.requireNonNullElse(WhatIs.class.getPackage().getImplementationVersion(), "(not packaged)");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"whatis " + version()};
        }
    }
}
