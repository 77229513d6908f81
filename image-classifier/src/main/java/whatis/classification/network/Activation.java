package whatis.classification.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.JsonFields;

/** The non-linearity between the two layers of an MLP, with transformers' spellings of it. */
public enum Activation {
    /** {@code x Φ(x)}, with the Gaussian's exact distribution function. */
    GELU("torch.gelu(%s, approximate=\"none\")", "\"gelu\", %s, \"none\"", "gelu", "gelu_python"),
    /** {@code x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))}. */
    GELU_TANH(
            "torch.gelu(%s, approximate=\"tanh\")",
            "\"gelu\", %s, \"tanh\"",
            "gelu_pytorch_tanh",
            "gelu_new",
            "gelu_fast",
            "gelu_accurate",
            "gelu_python_tanh"),
    /** {@code x Φ(x)}, kept within -10 and 10. */
    GELU_10("torch.clamp(torch.gelu(%s, approximate=\"none\"), -10, 10)", null, "gelu_10"),
    /** {@code x σ(1.702 x)}, as silu(c x) / c. */
    QUICK_GELU("torch.div(torch.silu(torch.mul(%s, 1.702)), 1.702)", null, "quick_gelu"),
    /** {@code max(x, 0)}. */
    RELU("torch.relu(%s)", "\"relu\", %s, \"\"", "relu"),
    /** {@code min(max(x, 0), 6)}. */
    RELU6("torch.clamp(%s, 0, 6)", null, "relu6"),
    /** {@code x σ(x)}. */
    SILU("torch.silu(%s)", "\"swish\", %s, \"\"", "silu", "swish"),
    /** {@code x tanh(ln(1 + e^x))}. */
    MISH("torch.mish(%s)", null, "mish"),
    /** {@code x min(max(x + 3, 0), 6) / 6}. */
    HARDSWISH("torch.hardswish(%s)", "\"hardswish\", %s, \"\"", "hardswish"),
    TANH("torch.tanh(%s)", "\"tanh\", %s, \"\"", "tanh");

    private final String plain;
    private final @Nullable String fused;
    private final List<String> names;

    Activation(String plain, @Nullable String fused, String... names) {
        this.plain = plain;
        this.fused = fused;
        this.names = List.of(names);
    }

    /** Returns the values that {@code hidden_act} has for this function, the usual one first. */
    public List<String> names() {
        return names;
    }

    /** Returns the function of an expression, in an operator that every libtorch has. */
    String of(String x) {
        return plain.formatted(x);
    }

    /**
     * Returns the last arguments of oneDNN's fused operators: name, scalars and algorithm; null for a function that they
     * don't have.
     *
     * @param noScalars an empty list in TorchScript
     */
    @Nullable
    String fused(String noScalars) {
        return fused == null ? null : fused.formatted(noScalars);
    }

    /** Reads a field that names a function. */
    static Activation of(JsonFields json, String field, Activation otherwise) {
        return json.string(field)
                .map(name -> Arrays.stream(values())
                        .filter(candidate -> candidate.names.contains(name))
                        .findFirst()
                        .orElseThrow(() -> json.refusal("%s is \"%s\"; supported are %s"
                                .formatted(
                                        field,
                                        name,
                                        Arrays.stream(values())
                                                .flatMap(candidate -> candidate.names.stream())
                                                .collect(Collectors.joining(", "))))))
                .orElse(otherwise);
    }
}
