package whatis.experiment.dataset;

import picocli.CommandLine.IExitCodeGenerator;

/** Says why a dataset can't be had, in words for the user. */
public final class DatasetException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    private final boolean hubDown;

    private DatasetException(String message, boolean hubDown) {
        super(message);
        this.hubDown = hubDown;
    }

    static DatasetException because(String message) {
        return new DatasetException(message, false);
    }

    static DatasetException hubDown(String message) {
        return new DatasetException(message, true);
    }

    /** Tells whether the hub is out of reach or fails, so that drawn images may stand in for the default dataset. */
    boolean hubDown() {
        return hubDown;
    }

    @Override
    public int getExitCode() {
        return hubDown ? 3 : 1;
    }
}
