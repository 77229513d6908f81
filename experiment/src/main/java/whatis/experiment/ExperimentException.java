package whatis.experiment;

import picocli.CommandLine.IExitCodeGenerator;

/** Says why the experiment can't be made, or what is wrong with it, in words for the user. */
final class ExperimentException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private ExperimentException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static ExperimentException wrongInput(String message) {
        return new ExperimentException(message, 1);
    }

    static ExperimentException machine(String message) {
        return new ExperimentException(message, 3);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
