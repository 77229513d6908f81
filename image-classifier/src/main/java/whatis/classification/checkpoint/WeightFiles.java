package whatis.classification.checkpoint;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Finds the files of a checkpoint that hold its weights. */
final class WeightFiles {

    private static final String MODEL = "model.safetensors";

    private WeightFiles() {}

    static Weights open(CheckpointFiles files, JsonFields config) throws IOException {
        String name = MODEL + " of " + files.origin();
        try {
            return Safetensors.open(name, files.open(MODEL));
        } catch (NoSuchFileException e) {
            throw new CheckpointException(name + " is missing; save the model in the safetensors format");
        }
    }
}
