package whatis.classification.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Weights that are found by the names of transformers 4, whatever their files call them. */
final class RenamedWeights implements Weights {

    private final Weights weights;
    private final WeightNames names;
    private final Map<String, String> stored = new HashMap<>();

    RenamedWeights(Weights weights, WeightNames names) {
        this.weights = weights;
        this.names = names;
        // Transformers, too, goes through the names in this order, and of two for one tensor takes the first.
        weights.names().stream().sorted().forEach(name -> stored.putIfAbsent(names.normalized(name), name));
    }

    @Override
    public boolean has(String name) {
        return stored.containsKey(names.normalized(name)) || isSplit(name);
    }

    @Override
    public long[] shape(String name) {
        if (!isSplit(name)) {
            return weights.shape(stored(name));
        }
        List<String> parts = names.parts(name);
        long[] shape = weights.shape(part(parts.get(0)));
        if (shape.length > 0) {
            shape[0] *= parts.size();
        }
        return shape;
    }

    @Override
    public Tensor tensor(String name, long... shape) {
        if (!isSplit(name)) {
            return weights.tensor(stored(name), shape);
        }
        List<String> parts = names.parts(name);
        if (shape.length == 0 || shape[0] % parts.size() != 0) {
            throw new CheckpointException("tensor %s lies in %d parts, but config.json asks for shape %s"
                    .formatted(name, parts.size(), Arrays.toString(shape)));
        }
        long[] shapeOfPart = shape.clone();
        shapeOfPart[0] /= parts.size();
        return new JoinedTensor(parts.stream()
                .map(part -> weights.tensor(part(part), shapeOfPart))
                .toList());
    }

    /** Returns the names that the files have. */
    @Override
    public Set<String> names() {
        return weights.names();
    }

    @Override
    public void close() throws IOException {
        weights.close();
    }

    private boolean isSplit(String name) {
        List<String> parts = names.parts(name);
        return !parts.isEmpty() && stored.keySet().containsAll(parts);
    }

    private String stored(String name) {
        return Objects.requireNonNullElse(stored.get(names.normalized(name)), name);
    }

    private String part(String normalized) {
        return Objects.requireNonNullElse(stored.get(normalized), normalized);
    }
}
