package whatis.classification.network;

import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;

/**
 * Spells those layers in TorchScript for which libtorch has more than one operator. All arguments and results are
 * expressions.
 */
public interface Lowering {

    /**
     * The weight of a layer, which some operators take in a layout of their own.
     *
     * @param stored the attribute as the checkpoint has it
     * @param packed the attribute for the result of {@link #packed}
     */
    record Weight(String stored, String packed) {}

    /**
     * The weight of a convolution.
     *
     * @param channels how many go in
     * @param input the size of what goes in
     * @param groups into how many parts the channels are split
     */
    record Kernel(Weight weight, int channels, ImageSize input, int stride, int padding, int groups) {}

    /** Returns the expression that brings a linear layer's weight into the layout that these operators take. */
    String packed(Weight weight);

    /** Returns {@code x * weight^T + bias}. */
    String linear(String x, Weight weight, String bias);

    /** Returns {@code activation(x * weight^T + bias)}. */
    String linearActivated(String x, Weight weight, String bias, Activation activation);

    /** Returns {@code x * weight^T + bias + residual}. */
    String linearAdded(String x, Weight weight, String bias, String residual);

    /** Returns the expression that brings a convolution's weight into the layout that these operators take. */
    String packed(Kernel kernel);

    /** Returns {@code kernel * x + bias}; as its arguments, {@code [batch, channels, height, width]}. */
    String convolution(String x, Kernel kernel, String bias);

    /** Returns {@code activation(kernel * x + bias)}. */
    String convolutionActivated(String x, Kernel kernel, String bias, Activation activation);

    /** Returns {@code activation(kernel * x + bias + residual)}; it may lie where the residual lay. */
    String convolutionAdded(String x, Kernel kernel, String bias, String residual, Activation activation);

    /** Returns {@code softmax(query key^T + bias) value}. */
    String attention(String query, String key, String value, @Nullable String bias);
}
