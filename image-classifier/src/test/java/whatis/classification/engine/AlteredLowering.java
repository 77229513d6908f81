package whatis.classification.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.classification.network.Activation;
import whatis.classification.network.Attention;
import whatis.classification.network.Lowering;
import whatis.classification.network.OneDnnLowering;

/** oneDNN's operators, but for one. */
class AlteredLowering implements Lowering {

    /** Has an operator that no libtorch has. */
    static final Lowering ABSENT = new AlteredLowering() {
        @Override
        public List<Packed> packed(Weight weight) {
            return absent(super.packed(weight));
        }

        @Override
        public List<Packed> packed(Kernel kernel) {
            return absent(super.packed(kernel));
        }

        private static List<Packed> absent(List<Packed> packed) {
            return packed.stream()
                    .map(one -> new Packed(one.attribute(), one.expression().replace("mkldnn", "absent")))
                    .toList();
        }
    };

    /** Forgets the residual connection. */
    static final Lowering WRONG = new AlteredLowering() {
        @Override
        public String linearAdded(String x, Weight weight, String bias, String residual) {
            return linear(x, weight, bias);
        }
    };

    /** Loads, but fails when it runs. */
    static final Lowering FAILING = new AlteredLowering() {
        @Override
        public String linearAdded(String x, Weight weight, String bias, String residual) {
            return "torch.reshape(%s, [-7])".formatted(super.linearAdded(x, weight, bias, residual));
        }
    };

    private final Lowering oneDnn = new OneDnnLowering(Attention.FLASH);

    @Override
    public List<Packed> packed(Weight weight) {
        return oneDnn.packed(weight);
    }

    @Override
    public String linear(String x, Weight weight, String bias) {
        return oneDnn.linear(x, weight, bias);
    }

    @Override
    public String linearActivated(String x, Weight weight, String bias, Activation activation) {
        return oneDnn.linearActivated(x, weight, bias, activation);
    }

    @Override
    public String linearAdded(String x, Weight weight, String bias, String residual) {
        return oneDnn.linearAdded(x, weight, bias, residual);
    }

    @Override
    public List<Packed> packed(Kernel kernel) {
        return oneDnn.packed(kernel);
    }

    @Override
    public String convolution(String x, Kernel kernel, String bias) {
        return oneDnn.convolution(x, kernel, bias);
    }

    @Override
    public String convolutionActivated(String x, Kernel kernel, String bias, Activation activation) {
        return oneDnn.convolutionActivated(x, kernel, bias, activation);
    }

    @Override
    public String convolutionAdded(String x, Kernel kernel, String bias, String residual, Activation activation) {
        return oneDnn.convolutionAdded(x, kernel, bias, residual, activation);
    }

    @Override
    public String attention(String query, String key, String value, @Nullable String bias) {
        return oneDnn.attention(query, key, value, bias);
    }
}
