package whatis.classification.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import whatis.classification.checkpoint.SafetensorsWriter;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.Weights;

/** Has each tensor that is asked for, with random elements, and writes those that were into a file. */
final class RandomWeights implements Weights {

    private final Map<String, float[]> elements = new LinkedHashMap<>();
    private final SafetensorsWriter writer;
    private final Random random;
    private final double deviation;

    RandomWeights(String dtype, long seed, double deviation) {
        this.writer = new SafetensorsWriter(dtype);
        this.random = new Random(seed);
        this.deviation = deviation;
    }

    @Override
    public boolean has(String name) {
        return elements.containsKey(name);
    }

    @Override
    public long[] shape(String name) {
        throw new UnsupportedOperationException("shapes are what is asked for: " + name);
    }

    @Override
    public Tensor tensor(String name, long... shape) {
        float[] values = elements.computeIfAbsent(name, missing -> {
            float[] drawn = draw(missing, shape);
            writer.add(missing, drawn, shape);
            return drawn;
        });
        return values::clone;
    }

    /** Scales of normalisations are near one, as are variances. */
    private float[] draw(String name, long... shape) {
        long count = 1;
        for (long length : shape) {
            count *= length;
        }
        float[] drawn = new float[(int) count];
        double mean = name.contains("norm") && name.endsWith("weight") || name.endsWith("running_var") ? 1 : 0;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return drawn;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(elements.keySet());
    }

    /** Returns a file with the tensors that were asked for. */
    byte[] bytes() {
        return writer.bytes();
    }

    @Override
    public void close() {}
}
