package whatis.batch.storage;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.IExitCodeGenerator;

/** Says that results can't be written where the user wants them. */
public final class UnwritableFolderException extends IOException implements IExitCodeGenerator {

    private static final long serialVersionUID = 1;

    UnwritableFolderException(Path folder, IOException cause) {
        super(
                "Nothing can be written into " + folder + " (" + cause.getMessage()
                        + "): choose another folder, or make it" + " writable.",
                cause);
    }

    /** The user is to blame. */
    @Override
    public int getExitCode() {
        return 1;
    }
}
