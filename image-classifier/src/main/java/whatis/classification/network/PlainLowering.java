package whatis.classification.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators that every build of libtorch has, on weights as they are stored. */
public record PlainLowering(Attention attention) implements Lowering {

    @Override
    public List<Packed> packed(Weight weight) {
        return List.of(new Packed(weight.packed(), "self." + weight.stored()));
    }

    @Override
    public String linear(String input, Weight weight, String bias) {
        return "torch.linear(%s, self.%s, %s)".formatted(input, weight.stored(), bias);
    }

    @Override
    public String linearActivated(String input, Weight weight, String bias, Activation activation) {
        return activation.of(linear(input, weight, bias));
    }

    @Override
    public String linearAdded(String input, Weight weight, String bias, String residual) {
        return "torch.add(%s, %s)".formatted(linear(input, weight, bias), residual);
    }

    @Override
    public List<Packed> packed(Kernel kernel) {
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
