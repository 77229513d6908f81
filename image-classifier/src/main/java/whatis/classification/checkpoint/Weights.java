package whatis.classification.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** The tensors of a checkpoint by name, read when they are asked for. For one thread; close it to close the files. */
public interface Weights extends Closeable {

    /**
     * Opens the weights of a checkpoint under the names that its files have, and checks their tables of contents.
     *
     * @param config the checkpoint's {@code config.json}
     * @throws CheckpointException if a file is missing, damaged or of a kind that is not supported
     */
    static Weights open(CheckpointFiles files, JsonFields config) throws IOException {
        return WeightFiles.open(files, config);
    }

    /** Tells whether there is a tensor of this name. */
    boolean has(String name);

    /**
     * Returns the dimensions of a tensor.
     *
     * @throws CheckpointException if there is no such tensor
     */
    long[] shape(String name);

    /**
     * Returns a tensor whose elements are read when they are asked for. Its name, shape and type are checked at once.
     *
     * @throws CheckpointException if there is no such tensor, or if it has another shape or a type that isn't read
     */
    Tensor tensor(String name, long... shape);

    /** Returns the names of all tensors. */
    Set<String> names();

    /**
     * Returns the same weights, to be asked for by transformers 4's names whatever their files call them; {@link #names}
     * stay those of the files. Closing one closes the other.
     */
    default Weights named(WeightNames names) {
        return new RenamedWeights(this, names);
    }
}
