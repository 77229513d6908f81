package whatis.classification.network;

import org.jspecify.annotations.Nullable;

/** Operators that every build of libtorch has, on weights as they are stored. */
public record PlainLowering(Attention attention) implements Lowering {

    @Override
    public String packed(Weight weight) {
        return "self." + weight.stored();
    }

    @Override
    public String linear(String x, Weight weight, String bias) {
        return "torch.linear(%s, self.%s, %s)".formatted(x, weight.stored(), bias);
    }

    @Override
    public String linearActivated(String x, Weight weight, String bias, Activation activation) {
        return activation.of(linear(x, weight, bias));
    }

    @Override
    public String linearAdded(String x, Weight weight, String bias, String residual) {
        return "torch.add(%s, %s)".formatted(linear(x, weight, bias), residual);
    }

    @Override
    public String packed(Kernel kernel) {
        return packed(kernel.weight());
    }

    @Override
    public String convolution(String x, Kernel kernel, String bias) {
        return "torch.conv2d(%1$s, self.%2$s, %3$s, [%4$d, %4$d], [%5$d, %5$d], [1, 1], %6$d)"
                .formatted(x, kernel.weight().stored(), bias, kernel.stride(), kernel.padding(), kernel.groups());
    }

    @Override
    public String convolutionActivated(String x, Kernel kernel, String bias, Activation activation) {
        return activation.of(convolution(x, kernel, bias));
    }

    @Override
    public String convolutionAdded(String x, Kernel kernel, String bias, String residual, Activation activation) {
        return activation.of("torch.add(%s, %s)".formatted(convolution(x, kernel, bias), residual));
    }

    @Override
    public String attention(String query, String key, String value, @Nullable String bias) {
        return attention.of(query, key, value, bias);
    }
}
