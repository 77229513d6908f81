package whatis.classification.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatis.classification.torchscript.ArchiveTensor;

/**
 * A weight that gets a layout of its own.
 *
 * @param layout what a lowering takes in its place
 */
record Packing(Lowering.Weight weight, Function<Lowering, List<Lowering.Packed>> layout) {

    /** A small part of large networks; smaller networks are packed at once. */
    private static final long STEP = 256L << 20;

    /**
     * Splits the packing of a network's weights into steps of a quarter of a gigabyte or a little more. Between them the
     * memory of the weights that were packed can be given back. Without that a network takes twice its size: the C library
     * finds no place for a packed weight where one of the same size was, as oneDNN wants it at the beginning of a page.
     */
    static List<List<Packing>> steps(Graph graph) {
        Map<String, Long> bytes =
                graph.parameters().stream().collect(Collectors.toMap(ArchiveTensor::name, ArchiveTensor::bytes));
        List<List<Packing>> steps = new ArrayList<>();
        long left = 0;
        for (Packing packing : all(graph).toList()) {
            if (left <= 0) {
                steps.add(new ArrayList<>());
                left = STEP;
            }
            steps.get(steps.size() - 1).add(packing);
            left -= Objects.requireNonNull(bytes.get(packing.weight.stored()));
        }
        return steps;
    }

    private static Stream<Packing> all(Graph graph) {
        return Stream.concat(
                graph.weights().stream().map(weight -> new Packing(weight, lowering -> lowering.packed(weight))),
                graph.kernels().stream()
                        .map(kernel -> new Packing(kernel.weight(), lowering -> lowering.packed(kernel))));
    }
}
