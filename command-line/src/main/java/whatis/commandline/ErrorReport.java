package whatis.commandline;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says on standard error, in one line, why a command did not run to its end. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final PrintWriter err;
    private final BooleanSupplier verbose;

    /** @param verbose whether to print stack traces; known only once the command line is read */
    ErrorReport(PrintWriter err, BooleanSupplier verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        if (arguments.length == 0) {
            command.usage(err);
        } else {
            String help = command.getCommandSpec().qualifiedName() + " --help";
            say(exception.getMessage() + " (see " + help + ")");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        Failure failure = Failure.of(exception);
        say(failure.message());
        trace(failure);
        return failure.exitCode();
    }

    /** Prints where a failure came from, if the user wants to know. */
    void trace(Failure failure) {
        if (verbose.getAsBoolean() && failure.cause() != null) {
            failure.cause().printStackTrace(err);
            err.flush();
        }
    }

    private void say(String message) {
        err.println("whatis: " + message);
        err.flush();
    }
}
