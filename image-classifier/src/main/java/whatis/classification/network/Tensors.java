package whatis.classification.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import whatis.classification.checkpoint.Tensor;

/** Weights made of other weights while they are read, piece by piece where their order allows it. */
final class Tensors {

    private Tensors() {}

    /** Hands the elements of a tensor over in pieces. */
    private interface Source {
        void read(Tensor.FloatSink sink) throws IOException;
    }

    private record Streamed(Source source, int elements) implements Tensor {

        @Override
        public void read(FloatSink sink) throws IOException {
            source.read(sink);
        }

        @Override
        public float[] read() {
            float[] all = new float[elements];
            int[] filled = {0};
            try {
                source.read((piece, count) -> {
                    System.arraycopy(piece, 0, all, filled[0], count);
                    filled[0] += count;
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all;
        }
    }

    static Tensor zeros(int elements) {
        return () -> new float[elements];
    }

    /** Returns the elements of one tensor after those of the other. */
    static Tensor concatenated(List<Tensor> parts, int elements) {
        return new Streamed(
                sink -> {
                    for (Tensor part : parts) {
                        part.read(sink);
                    }
                },
                elements);
    }

    static Tensor scaled(Tensor values, float factor, int elements) {
        return scaledRows(values, () -> new float[] {factor}, elements, elements);
    }

    /**
     * Multiplies each row with a factor of its own.
     *
     * @param factors one for each row
     * @param rowLength how many elements a row has
     */
    static Tensor scaledRows(Tensor values, Tensor factors, int rowLength, int elements) {
        return new Streamed(
                sink -> {
                    float[] rowFactors = factors.read();
                    int[] position = {0};
                    values.read((piece, count) -> {
                        float[] scaled = Arrays.copyOf(piece, count);
                        int i = 0;
                        while (i < count) {
                            int row = (position[0] + i) / rowLength;
                            int end = Math.min(count, (row + 1) * rowLength - position[0]);
                            float factor = rowFactors[row];
                            for (; i < end; i++) {
                                scaled[i] *= factor;
                            }
                        }
                        position[0] += count;
                        sink.take(scaled, count);
                    });
                },
                elements);
    }

    /** Adds elements of two tensors, as many as the shorter one has. */
    static Tensor sum(Tensor first, Tensor second) {
        return () -> {
            float[] a = first.read();
            float[] b = second.read();
            float[] sum = new float[Math.min(a.length, b.length)];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = a[i] + b[i];
            }
            return sum;
        };
    }

    /** Returns the elements of a tensor from one position to before another. */
    static Tensor part(Tensor values, int from, int to) {
        return () -> Arrays.copyOfRange(values.read(), from, to);
    }
}
