package whatis.classification.network;

import java.util.List;

/**
 * A tensor of the graph, as TorchScript code names it.
 *
 * @param code a variable or an attribute of the module
 * @param perImage how many entries of the first dimension belong to one image: 1 for most, more for windows of images; 0
 *     for a parameter, which has no such dimension
 * @param shape the dimensions after the first; of a parameter all
 */
public record Value(String code, int perImage, List<Integer> shape) {

    public Value {
        shape = List.copyOf(shape);
    }

    /** Returns the length of a dimension, counted from 0 after the first; negative ones count from the end. */
    int size(int dimension) {
        return shape.get(dimension < 0 ? shape.size() + dimension : dimension);
    }

    int rank() {
        return shape.size();
    }

    /** Returns how many elements an image has. */
    long elements() {
        return shape.stream().mapToLong(Integer::longValue).reduce(Math.max(1, perImage), Math::multiplyExact);
    }
}
