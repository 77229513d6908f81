package whatis.classification.engine;

import whatis.classification.checkpoint.Activation;

/** Spells the network's matrix products in TorchScript: with libtorch's plain operators or with fused ones. */
interface MatrixProducts {

    /** Returns the expression that prepares a weight matrix once, while the module is loaded. */
    String prepared(String weight);

    /** Returns {@code x * weight^T + bias}. */
    String linear(String x, String weight, String bias);

    /** Returns {@code activation(x * weight^T + bias)}. */
    String linearActivated(String x, String weight, String bias, Activation activation);

    /** Returns {@code x * weight^T + bias + residual}. */
    String linearAdded(String x, String weight, String bias, String residual);
}
