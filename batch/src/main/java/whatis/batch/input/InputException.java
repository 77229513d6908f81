package whatis.batch.input;

import picocli.CommandLine.IExitCodeGenerator;

/** Says what is wrong with the input as a whole, in words for the user. */
public final class InputException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    public InputException(String message) {
        super(message);
    }

    /** The user is to blame. */
    @Override
    public int getExitCode() {
        return 1;
    }
}
