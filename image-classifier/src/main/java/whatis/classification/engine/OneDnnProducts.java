package whatis.classification.engine;

import whatis.classification.checkpoint.Activation;

/**
 * oneDNN's operators on packed weights, with the activation or the residual in the same pass over memory: those that
 * {@code torch.compile} uses on CPUs. Builds of libtorch without oneDNN do not have them.
 *
 * @param namespace where the operators are registered
 */
record OneDnnProducts(String namespace) implements MatrixProducts {

    OneDnnProducts() {
        this("mkldnn");
    }

    @Override
    public String prepared(String weight) {
        return "ops.%s._reorder_linear_weight(%s, None)".formatted(namespace, weight);
    }

    @Override
    public String linear(String x, String weight, String bias) {
        return pointwise(x, weight, bias, "none", "");
    }

    @Override
    public String linearActivated(String x, String weight, String bias, Activation activation) {
        return switch (activation) {
            case GELU -> pointwise(x, weight, bias, "gelu", "none");
            case GELU_TANH -> pointwise(x, weight, bias, "gelu", "tanh");
            case RELU -> pointwise(x, weight, bias, "relu", "");
            case SILU -> pointwise(x, weight, bias, "swish", "");
            case QUICK_GELU -> PlainProducts.activated(linear(x, weight, bias), activation);
        };
    }

    @Override
    public String linearAdded(String x, String weight, String bias, String residual) {
        return "ops.%s._linear_pointwise(%s, %s, %s, %s, \"add\")".formatted(namespace, x, residual, weight, bias);
    }

    private String pointwise(String x, String weight, String bias, String operation, String algorithm) {
        return "ops.%s._linear_pointwise(%s, %s, %s, \"%s\", annotate(List[Optional[number]], []), \"%s\")"
                .formatted(namespace, x, weight, bias, operation, algorithm);
    }
}
