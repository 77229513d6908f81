package whatis.classification.checkpoint;

import java.io.UncheckedIOException;

/** Weights that lie in a checkpoint's file until they are asked for. */
@FunctionalInterface
public interface Tensor {

    /**
     * Reads all elements, row-major.
     *
     * @throws CheckpointException if the tensor is missing, of another shape than the configuration demands or not finite
     * @throws UncheckedIOException if the file can't be read
     */
    float[] read();
}
