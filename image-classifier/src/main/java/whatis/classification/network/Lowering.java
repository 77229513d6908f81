package whatis.classification.network;

import org.jspecify.annotations.Nullable;

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

    /** Returns the expression that brings a linear layer's weight into the layout that these operators take. */
    String packed(Weight weight);

    /** Returns {@code x * weight^T + bias}. */
    String linear(String x, Weight weight, String bias);

    /** Returns {@code activation(x * weight^T + bias)}. */
    String linearActivated(String x, Weight weight, String bias, Activation activation);

    /** Returns {@code x * weight^T + bias + residual}. */
    String linearAdded(String x, Weight weight, String bias, String residual);

    /** Returns {@code softmax(query key^T + bias) value}. */
    String attention(String query, String key, String value, @Nullable String bias);
}
