package whatis.classification.network;

import whatis.classification.checkpoint.Tensor;

/**
 * A convolution over a picture, padded with zeros.
 *
 * @param outputs how many channels come out
 * @param inputs how many channels go in
 * @param kernel side of the square that each result looks at, in pixels
 * @param stride pixels from a square to the next
 * @param padding pixels around the picture
 * @param groups into how many parts the channels are split, each with results of its own; as many as inputs where each
 *     channel is for itself
 * @param weight row-major, shape {@code [outputs, inputs / groups, kernel, kernel]}
 * @param bias shape {@code [outputs]}; zeros where the checkpoint has none
 */
record Convolution(
        int outputs, int inputs, int kernel, int stride, int padding, int groups, Tensor weight, Tensor bias) {

    Convolution withSteps(int stride) {
        return new Convolution(outputs, inputs, kernel, stride, padding, groups, weight, bias);
    }

    /** Returns the convolution whose results lie in the middle of what they look at. */
    Convolution centred() {
        return new Convolution(outputs, inputs, kernel, stride, kernel / 2, groups, weight, bias);
    }

    /**
     * Returns the convolution whose result is this one's times a factor, plus a summand, for each output.
     *
     * @param factors shape {@code [outputs]}
     * @param summands shape {@code [outputs]}
     */
    Convolution scaled(Tensor factors, Tensor summands) {
        int perOutput = inputs / groups * kernel * kernel;
        return new Convolution(
                outputs,
                inputs,
                kernel,
                stride,
                padding,
                groups,
                Tensors.scaledRows(weight, factors, perOutput, outputs * perOutput),
                Tensors.sum(Tensors.scaledRows(bias, factors, 1, outputs), summands));
    }

    /** Returns how high what comes out is, or how wide. */
    int length(int input) {
        return length(input, kernel, stride, padding);
    }

    static int length(int input, int kernel, int stride, int padding) {
        return (input + 2 * padding - kernel) / stride + 1;
    }
}
