package whatis.classification.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatis.classification.torchscript.StorageType;

/** What the linear layers of a graph read. For one thread. */
final class LinearInputs {

    private final List<LinearInput> inputs = new ArrayList<>();

    private record LinearInput(LinearLayer layer, Value x) {}

    void add(LinearLayer layer, Value x) {
        inputs.add(new LinearInput(layer, x));
    }

    /** Returns the layers in the order in which they are computed. */
    List<LinearLayer> layers() {
        return inputs.stream().map(LinearInput::layer).toList();
    }

    /**
     * Returns the expression for the extremes of all inputs in one vector of fp32, layer after layer: of each the least value
     * of each channel, then the largest ones.
     */
    String extremes() {
        return inputs.stream()
                .flatMap(input -> Stream.of("amin", "amax").map(operator -> extreme(operator, input)))
                .collect(Collectors.joining(", ", "torch.cat([", "])"));
    }

    private static String extreme(String operator, LinearInput input) {
        return "torch.to(torch.%s(torch.reshape(%s, [-1, %d]), [0], False), %d)"
                .formatted(operator, input.x().code(), input.layer().inputs(), StorageType.FLOAT.scalarType());
    }
}
