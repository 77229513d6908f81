package whatis.batch;

import picocli.CommandLine.IExitCodeGenerator;

/** Says why a batch can't be run, or didn't come to its end, in words for the user. */
public final class BatchException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    /** What Linux and macOS say of a full disk. */
    private static final String NO_SPACE = "No space left";

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

    /**
     * The machine, the cluster or the network is to blame, and what is done stays.
     *
     * @param what happened
     * @param reason as it was told
     */
    static BatchException resumable(String what, String reason) {
        String remedy = reason.contains(NO_SPACE) ? "Make room, and go on with --resume." : "Go on with --resume.";
        return machine("%s: %s. What is done stays. %s".formatted(what, reason, remedy));
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
