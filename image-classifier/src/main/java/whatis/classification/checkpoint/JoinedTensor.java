package whatis.classification.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Tensors that follow each other along their first dimension. */
record JoinedTensor(List<Tensor> parts) implements Tensor {

    @Override
    public float[] read() {
        float[] all = {};
        for (Tensor part : parts) {
            float[] elements = part.read();
            int end = all.length;
            all = Arrays.copyOf(all, Math.addExact(end, elements.length));
            System.arraycopy(elements, 0, all, end, elements.length);
        }
        return all;
    }

    @Override
    public void read(FloatSink sink) throws IOException {
        for (Tensor part : parts) {
            part.read(sink);
        }
    }
}
