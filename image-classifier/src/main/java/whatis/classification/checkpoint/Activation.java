package whatis.classification.checkpoint;

import java.util.List;

/** The non-linearity between the two layers of an MLP, with transformers' spellings of it. */
public enum Activation {
    /** {@code x Φ(x)}, with the Gaussian's exact distribution function. */
    GELU("gelu", "gelu_python"),
    /** {@code x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))}. */
    GELU_TANH("gelu_pytorch_tanh", "gelu_new", "gelu_fast", "gelu_accurate", "gelu_python_tanh"),
    /** {@code x σ(1.702 x)}. */
    QUICK_GELU("quick_gelu"),
    /** {@code max(x, 0)}. */
    RELU("relu"),
    /** {@code x σ(x)}. */
    SILU("silu", "swish");

    private final List<String> names;

    Activation(String... names) {
        this.names = List.of(names);
    }

    /** Returns the values that {@code hidden_act} has for this function, the usual one first. */
    public List<String> names() {
        return names;
    }
}
