package whatis.batch.pack;

import org.apache.hadoop.fs.Path;
import picocli.CommandLine.IExitCodeGenerator;

/** Says why files can't be packed, in words for the user. */
public final class PackException extends RuntimeException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    private PackException(String message, Throwable cause) {
        super(message, cause);
    }

    static PackException writing(Path folder, Throwable failure) {
        // Those of Hadoop and Parquet say no more than their causes.
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new PackException(
                "Writing into %s failed: %s. Make room or mend it, and begin again with --overwrite."
                        .formatted(folder, cause.getMessage()),
                failure);
    }

    /** The machine is to blame. */
    @Override
    public int getExitCode() {
        return 3;
    }
}
