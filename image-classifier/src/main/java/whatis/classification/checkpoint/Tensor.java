package whatis.classification.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Weights that lie in a checkpoint's file until they are asked for. */
@FunctionalInterface
public interface Tensor {

    /**
     * Reads all elements, row-major.
     *
     * @throws CheckpointException if an element isn't finite, or if there are more than an array holds
     * @throws UncheckedIOException if the file can't be read
     */
    float[] read();

    /**
     * Reads all elements, row-major, in pieces. A tensor that comes from a file as it is never lies on the heap as a
     * whole, however large it is.
     *
     * @throws CheckpointException if an element isn't finite
     * @throws IOException if the file can't be read, or from the sink
     */
    default void read(FloatSink sink) throws IOException {
        float[] elements = read();
        sink.take(elements, elements.length);
    }

    /** Takes elements in pieces. */
    @FunctionalInterface
    interface FloatSink {

        /**
         * Takes the next elements.
         *
         * @param elements reused for the next piece
         * @param count how many of them count, from the first on
         */
        void take(float[] elements, int count) throws IOException;
    }
}
