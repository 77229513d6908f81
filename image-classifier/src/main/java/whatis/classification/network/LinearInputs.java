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

    /** Returns the expression for the extremes of all inputs in one vector of fp32: of each the least value, then the largest one. */
    String extremes() {
        return inputs.stream()
                .map(LinearInput::x)
                .flatMap(x -> Stream.of("min", "max").map(operator -> "torch.%s(%s)".formatted(operator, x.code())))
                .map(extreme -> "torch.to(%s, %d)".formatted(extreme, StorageType.FLOAT.scalarType()))
                .collect(Collectors.joining(", ", "torch.stack([", "])"));
    }
}
