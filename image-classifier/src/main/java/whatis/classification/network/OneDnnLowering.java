package whatis.classification.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * oneDNN's operators on packed weights, with the activation or the residual in the same pass over memory: those that
 * {@code torch.compile} uses on CPUs. Builds of libtorch without oneDNN do not have them.
 */
public record OneDnnLowering(Attention attention) implements Lowering {

    private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";
    private static final String NONE = "\"none\", %s, \"\"".formatted(NO_SCALARS);

    @Override
    public List<Packed> packed(Weight weight) {
        return List.of(new Packed(
                weight.packed(), "ops.mkldnn._reorder_linear_weight(self.%s, None)".formatted(weight.stored())));
    }

    @Override
    public String linear(String input, Weight weight, String bias) {
        return pointwise(input, weight, bias, NONE);
    }

    @Override
    public String linearActivated(String input, Weight weight, String bias, Activation activation) {
        String fused = activation.fused(NO_SCALARS);
        return fused == null ? activation.of(linear(input, weight, bias)) : pointwise(input, weight, bias, fused);
    }

    @Override
    public String linearAdded(String input, Weight weight, String bias, String residual) {
        return "ops.mkldnn._linear_pointwise(%s, %s, self.%s, %s, \"add\")"
                .formatted(input, residual, weight.packed(), bias);
    }

    @Override
    public List<Packed> packed(Kernel kernel) {
        String layout = "ops.mkldnn._reorder_convolution_weight(self.%s, %s, [1, %d, %d, %d])"
                .formatted(
                        kernel.weight().stored(),
                        geometry(kernel),
                        kernel.channels(),
                        kernel.input().height(),
                        kernel.input().width());
        return List.of(new Packed(kernel.weight().packed(), layout));
    }

    @Override
    public String convolution(String x, Kernel kernel, String bias) {
        return pointwise(x, kernel, bias, NONE);
    }

    @Override
    public String convolutionActivated(String x, Kernel kernel, String bias, Activation activation) {
        String fused = activation.fused(NO_SCALARS);
        return fused == null ? activation.of(convolution(x, kernel, bias)) : pointwise(x, kernel, bias, fused);
    }

    /** Writes the sum over the residual, which saves a copy of it. oneDNN knows no other function than ReLU after a sum. */
    @Override
    public String convolutionAdded(String x, Kernel kernel, String bias, String residual, Activation activation) {
        boolean relu = activation == Activation.RELU;
        String sum = "ops.mkldnn._convolution_pointwise_(%s, %s, self.%s, %s, %s, \"add\", None, %s, %s, None)"
                .formatted(
                        residual,
                        x,
                        kernel.weight().packed(),
                        bias,
                        geometry(kernel),
                        relu ? "\"relu\"" : "None",
                        NO_SCALARS);
        return relu ? sum : activation.of(sum);
    }

    private static String pointwise(String x, Kernel kernel, String bias, String operation) {
        return "ops.mkldnn._convolution_pointwise(%s, self.%s, %s, %s, %s)"
                .formatted(x, kernel.weight().packed(), bias, geometry(kernel), operation);
    }

    /** Returns what these operators call padding, stride, dilation and groups. */
    private static String geometry(Kernel kernel) {
        return "[%1$d, %1$d], [%2$d, %2$d], [1, 1], %3$d".formatted(kernel.padding(), kernel.stride(), kernel.groups());
    }

    @Override
    public String attention(String query, String key, String value, @Nullable String bias) {
        return attention.of(query, key, value, bias);
    }

    private static String pointwise(String x, Weight weight, String bias, String operation) {
        return "ops.mkldnn._linear_pointwise(%s, self.%s, %s, %s)".formatted(x, weight.packed(), bias, operation);
    }
}
