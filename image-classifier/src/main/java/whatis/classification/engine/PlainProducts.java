package whatis.classification.engine;

import whatis.classification.checkpoint.Activation;

/** Operators that every build of libtorch has. */
final class PlainProducts implements MatrixProducts {

    @Override
    public String prepared(String weight) {
        return weight;
    }

    @Override
    public String linear(String x, String weight, String bias) {
        return "torch.linear(%s, %s, %s)".formatted(x, weight, bias);
    }

    @Override
    public String linearActivated(String x, String weight, String bias, Activation activation) {
        return activated(linear(x, weight, bias), activation);
    }

    @Override
    public String linearAdded(String x, String weight, String bias, String residual) {
        return "torch.add(%s, %s)".formatted(linear(x, weight, bias), residual);
    }

    static String activated(String x, Activation activation) {
        return switch (activation) {
            case GELU -> "torch.gelu(%s, approximate=\"none\")".formatted(x);
            case GELU_TANH -> "torch.gelu(%s, approximate=\"tanh\")".formatted(x);
            case RELU -> "torch.relu(%s)".formatted(x);
            case SILU -> "torch.silu(%s)".formatted(x);
            // x sigmoid(c x) = silu(c x) / c
            case QUICK_GELU -> "torch.div(torch.silu(torch.mul(%s, 1.702)), 1.702)".formatted(x);
        };
    }
}
