package whatis.classification.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import whatis.classification.checkpoint.Tensor;

/**
 * A linear layer, {@code y = weight x + bias}.
 *
 * @param name what the checkpoint calls it: the same wherever it is read
 * @param outputs how many numbers come out
 * @param inputs how many numbers go in
 * @param weight row-major, shape {@code [outputs, inputs]}
 * @param bias shape {@code [outputs]}; zeros where the checkpoint has none
 */
record Linear(String name, int outputs, int inputs, Tensor weight, Tensor bias) {

    /** Returns the layer whose result is this one's times a factor. */
    Linear scaled(float factor) {
        return new Linear(
                name,
                outputs,
                inputs,
                Tensors.scaled(weight, factor, outputs * inputs),
                Tensors.scaled(bias, factor, outputs));
    }

    /**
     * Returns the layer whose result is this one's times a factor for each output.
     *
     * @param factors shape {@code [outputs]}
     */
    Linear scaled(Tensor factors) {
        return new Linear(
                name,
                outputs,
                inputs,
                Tensors.scaledRows(weight, factors, inputs, outputs * inputs),
                Tensors.scaledRows(bias, factors, 1, outputs));
    }

    /**
     * Returns the layer that adds a vector to its inputs.
     *
     * @param summands {@code inputs} numbers
     */
    Linear shifted(Tensor summands) {
        return new Linear(name, outputs, inputs, weight, of(summands));
    }

    /** Returns the result for what is known before there is a picture, {@code [inputs]}. */
    Tensor of(Tensor x) {
        return () -> {
            float[] known = x.read();
            float[] rows = weight.read();
            float[] y = bias.read();
            for (int output = 0; output < outputs; output++) {
                double sum = y[output];
                for (int i = 0; i < inputs; i++) {
                    sum += (double) rows[output * inputs + i] * known[i];
                }
                y[output] = (float) sum;
            }
            return y;
        };
    }

    /** Returns a layer that has some of the outputs, from one to before another. */
    Linear part(int from, int to) {
        return new Linear(
                name + "[%d:%d]".formatted(from, to),
                to - from,
                inputs,
                Tensors.part(weight, from * inputs, to * inputs),
                Tensors.part(bias, from, to));
    }

    /** Returns one layer that has the outputs of several of the same inputs, one after the other. */
    static Linear stacked(Linear... layers) {
        int outputs = Arrays.stream(layers).mapToInt(Linear::outputs).sum();
        int inputs = layers[0].inputs();
        List<Tensor> weights = Arrays.stream(layers).map(Linear::weight).toList();
        List<Tensor> biases = Arrays.stream(layers).map(Linear::bias).toList();
        return new Linear(
                stackedName(Arrays.stream(layers).map(Linear::name).toList()),
                outputs,
                inputs,
                Tensors.concatenated(weights, outputs * inputs),
                Tensors.concatenated(biases, outputs));
    }

    /** Returns what the names begin with, then what tells them apart: {@code attention.query+key+value}. */
    private static String stackedName(List<String> names) {
        String first = names.get(0);
        int common = first.lastIndexOf('.') + 1;
        boolean siblings = names.stream()
                .allMatch(name -> name.lastIndexOf('.') + 1 == common && name.startsWith(first.substring(0, common)));
        return siblings
                ? first.substring(0, common)
                        + names.stream().map(name -> name.substring(common)).collect(Collectors.joining("+"))
                : String.join("+", names);
    }
}
