package whatis.classification.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.torchscript.ArchiveTensor;
import whatis.classification.torchscript.StorageType;

/**
 * What a graph computes, one step after the other, and the parameters that the steps read, whose names are given here. For
 * one thread.
 */
class Steps {

    private final List<ArchiveTensor> parameters = new ArrayList<>();
    private final List<Lowering.Weight> weights = new ArrayList<>();
    private final List<Lowering.Kernel> kernels = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /** @param variable what the expression is assigned to */
    private record Step(String variable, Function<Lowering, String> expression) {}

    /** Adds a tensor of the checkpoint. */
    final Value parameter(Tensor values, StorageType storage, int... shape) {
        String name = "p" + parameters.size();
        long[] lengths = Arrays.stream(shape).asLongStream().toArray();
        parameters.add(new ArchiveTensor(name, lengths, storage, values));
        return new Value("self." + name, 0, Arrays.stream(shape).boxed().toList());
    }

    /**
     * Adds the weight of a linear layer, which a lowering may want to pack.
     *
     * @param layer what the checkpoint calls it
     */
    final Lowering.Weight linearWeight(String layer, Value parameter) {
        Lowering.Weight weight = weight(layer, parameter);
        weights.add(weight);
        return weight;
    }

    /** Adds the weight of a convolution, which a lowering may want to pack. */
    final Lowering.Kernel kernel(Value parameter, Function<Lowering.Weight, Lowering.Kernel> convolution) {
        Lowering.Kernel kernel = convolution.apply(weight("", parameter));
        kernels.add(kernel);
        return kernel;
    }

    private static Lowering.Weight weight(String layer, Value parameter) {
        String stored = parameter.code().substring("self.".length());
        return new Lowering.Weight(layer, stored, stored + "_packed");
    }

    /** Adds a step of an operator that has one spelling only. */
    final Value plain(Value shape, String expression, Object... arguments) {
        String text = expression.formatted(arguments);
        return step(shape, lowering -> text);
    }

    /** Adds a step that a lowering spells. */
    final Value step(Value shape, Function<Lowering, String> expression) {
        String variable = "v" + steps.size();
        steps.add(new Step(variable, expression));
        return new Value(variable, shape.perImage(), shape.shape());
    }

    /** Returns the tensors that the steps read. */
    final List<ArchiveTensor> parameters() {
        return parameters;
    }

    /** Returns the weights of linear layers that a lowering may want to pack. */
    final List<Lowering.Weight> weights() {
        return weights;
    }

    /** Returns the weights of convolutions that a lowering may want to pack. */
    final List<Lowering.Kernel> kernels() {
        return kernels;
    }

    /** Returns the body of a method that returns the result, an expression. */
    final String body(Lowering lowering, String result) {
        StringBuilder body = new StringBuilder();
        for (Step step : steps) {
            body.append(
                    "    %s = %s\n".formatted(step.variable(), step.expression().apply(lowering)));
        }
        return body.append("    return ").append(result).append('\n').toString();
    }

    static Value withLast(Value x, int length) {
        return with(x, x.rank() - 1, length);
    }

    static Value with(Value x, int dimension, int length) {
        List<Integer> shape = new ArrayList<>(x.shape());
        shape.set(dimension, length);
        return new Value("", x.perImage(), shape);
    }

    static String list(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    static void require(boolean fits, Value x, Object other) {
        if (!fits) {
            throw new IllegalStateException("The graph is wrong: %s doesn't fit %s.".formatted(x, other));
        }
    }
}
