package whatis.classification.network;

import java.util.List;
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
     * @param layer what the checkpoint calls its layer
     * @param stored the module's attribute for it as the checkpoint has it
     * @param packed the attribute for the result of {@link #packed}
     */
    record Weight(String layer, String stored, String packed) {}

    /**
     * The weight of a convolution.
     *
     * @param channels how many go in
     * @param input the size of what goes in
     * @param groups into how many parts the channels are split
     */
    record Kernel(Weight weight, int channels, ImageSize input, int stride, int padding, int groups) {}

    /**
     * Something that operators take in place of a weight as it is stored.
     *
     * @param attribute the module's attribute for it
     * @param expression what makes it
     */
    record Packed(String attribute, String expression) {}

    /**
     * Returns what these operators take in place of a linear layer's weight, in the order in which it is made: an expression
     * may read the attributes before it.
     */
    List<Packed> packed(Weight weight);

    /** Returns {@code x} as the operators of a linear layer take it: where the others below ask for an input. */
    default String input(String x, Weight weight) {
        return x;
    }

    /** Returns {@code input * weight^T + bias}. */
    String linear(String input, Weight weight, String bias);

    /** Returns {@code activation(input * weight^T + bias)}. */
    String linearActivated(String input, Weight weight, String bias, Activation activation);

    /** Returns {@code input * weight^T + bias + residual}. */
    String linearAdded(String input, Weight weight, String bias, String residual);

    /** Returns {@code activation(input * weight^T + bias)} as the input of another layer, the only one that reads it. */
    default String inputActivated(String input, Weight weight, String bias, Activation activation, Weight reader) {
        return input(linearActivated(input, weight, bias, activation), reader);
    }

    /** Returns what these operators take in place of a convolution's weight. */
    List<Packed> packed(Kernel kernel);

    /** Returns {@code kernel * x + bias}; as its arguments, {@code [batch, channels, height, width]}. */
    String convolution(String x, Kernel kernel, String bias);

    /** Returns {@code activation(kernel * x + bias)}. */
    String convolutionActivated(String x, Kernel kernel, String bias, Activation activation);

    /** Returns {@code activation(kernel * x + bias + residual)}; it may lie where the residual lay. */
    String convolutionAdded(String x, Kernel kernel, String bias, String residual, Activation activation);

    /** Returns {@code softmax(query key^T + bias) value}. */
    String attention(String query, String key, String value, @Nullable String bias);
}
