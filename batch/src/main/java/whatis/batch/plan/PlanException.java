package whatis.batch.plan;

import picocli.CommandLine.IExitCodeGenerator;

/** Says why a plan that is there can't be used, in words for the user. */
public final class PlanException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    PlanException(String message) {
        super(message);
    }

    /** The user is to blame. */
    @Override
    public int getExitCode() {
        return 1;
    }
}
