package whatis.batch;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import whatis.batch.input.InputListing;
import whatis.batch.storage.Storage;

/** Where the user wants the output. */
final class OutputPath {

    private OutputPath() {}

    /**
     * Returns the folder.
     *
     * @throws BatchException if it can't be one, or is within the input
     */
    static Path of(String named, Storage storage, InputListing input) throws IOException {
        Path folder;
        try {
            folder = storage.path(named);
        } catch (IllegalArgumentException e) {
            throw BatchException.wrongInput("The output \"" + named + "\" can't be a path: " + e.getMessage());
        }
        if (input.contains(folder)) {
            throw BatchException.wrongInput("The output " + folder
                    + " is within the input, and would be read with it the next time: choose another folder.");
        }
        return folder;
    }
}
