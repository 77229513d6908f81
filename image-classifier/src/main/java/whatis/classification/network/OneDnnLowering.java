package whatis.classification.network;

import org.jspecify.annotations.Nullable;

/**
 * oneDNN's operators on packed weights, with the activation or the residual in the same pass over memory: those that
 * {@code torch.compile} uses on CPUs. Builds of libtorch without oneDNN do not have them.
 */
public record OneDnnLowering(Attention attention) implements Lowering {

    private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";

    @Override
    public String packed(Weight weight) {
        return "ops.mkldnn._reorder_linear_weight(self.%s, None)".formatted(weight.stored());
    }

    @Override
    public String linear(String x, Weight weight, String bias) {
        return pointwise(x, weight, bias, "\"none\", %s, \"\"".formatted(NO_SCALARS));
    }

    @Override
    public String linearActivated(String x, Weight weight, String bias, Activation activation) {
        String fused = activation.fused(NO_SCALARS);
        return fused == null ? activation.of(linear(x, weight, bias)) : pointwise(x, weight, bias, fused);
    }

    @Override
    public String linearAdded(String x, Weight weight, String bias, String residual) {
        return "ops.mkldnn._linear_pointwise(%s, %s, self.%s, %s, \"add\")"
                .formatted(x, residual, weight.packed(), bias);
    }

    @Override
    public String attention(String query, String key, String value, @Nullable String bias) {
        return attention.of(query, key, value, bias);
    }

    private static String pointwise(String x, Weight weight, String bias, String operation) {
        return "ops.mkldnn._linear_pointwise(%s, self.%s, %s, %s)".formatted(x, weight.packed(), bias, operation);
    }
}
