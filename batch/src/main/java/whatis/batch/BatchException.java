package whatis.batch;

import picocli.CommandLine.IExitCodeGenerator;

/** Says why a batch can't be run, or didn't come to its end, in words for the user. */
public final class BatchException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private BatchException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The input, the output's place or an option is to blame. */
    public static BatchException wrongInput(String message) {
        return new BatchException(message, 1);
    }

    /** The machine, the cluster or the network is to blame. */
    public static BatchException machine(String message) {
        return new BatchException(message, 3);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
