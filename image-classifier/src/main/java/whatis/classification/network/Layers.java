package whatis.classification.network;

import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.Weights;

/** Finds layers among the weights of a checkpoint by name; what isn't there or has another shape is refused. */
record Layers(Weights weights) {

    /**
     * Returns a linear layer, {@code name.weight} and {@code name.bias}.
     *
     * @throws CheckpointException if a tensor is missing or has another shape
     */
    Linear linear(String name, int outputs, int inputs) {
        return new Linear(
                name, outputs, inputs, tensor(name + ".weight", outputs, inputs), tensor(name + ".bias", outputs));
    }

    /** Returns a linear layer that may have no bias. */
    Linear linear(String name, int outputs, int inputs, boolean bias) {
        return bias
                ? linear(name, outputs, inputs)
                : new Linear(name, outputs, inputs, tensor(name + ".weight", outputs, inputs), Tensors.zeros(outputs));
    }

    /**
     * Returns a convolution without padding or steps.
     *
     * @throws CheckpointException if a tensor is missing or has another shape
     */
    Convolution convolution(String name, int outputs, int inputs, int kernel, int groups, boolean bias) {
        return new Convolution(
                outputs,
                inputs,
                kernel,
                1,
                0,
                groups,
                tensor(name + ".weight", outputs, inputs / groups, kernel, kernel),
                bias ? tensor(name + ".bias", outputs) : Tensors.zeros(outputs));
    }

    LayerNorm norm(String name, int size, double epsilon) {
        return new LayerNorm(size, tensor(name + ".weight", size), tensor(name + ".bias", size), epsilon);
    }

    Tensor tensor(String name, long... shape) {
        return weights.tensor(name, shape);
    }
}
