package whatis.classification.network;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whatis.classification.torchscript.StorageType;

/**
 * Linear layers whose weights and inputs are bytes, through oneDNN's operators: those that {@code torch.compile} uses for
 * quantised models on CPUs. A weight has a scale for each output, an input the range that was observed while calibrating;
 * sums are exact, and results are floats again, but for those between the two layers of an MLP. Layers that the calibration
 * leaves out, and everything else, are another lowering's.
 *
 * @param type the format of the floats
 * @param floats spells what isn't int8
 * @see <a href="https://arxiv.org/abs/2004.09602">Integer Quantization for Deep Learning Inference: Principles and
 *     Empirical Evaluation</a>
 */
public record Int8Lowering(Calibration calibration, StorageType type, Lowering floats) implements Lowering {

    /** TorchScript's numbers of the types of what layers read, of weights, and of zero points. */
    private static final int UINT8 = 0;

    private static final int INT8 = 1;
    private static final int INT64 = 4;
    private static final int QUINT8 = 13;

    /** Symmetric, so that a weight has no zero point. */
    private static final int LARGEST_WEIGHT = 127;

    private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";
    private static final String NONE = "\"none\", %s, \"\"".formatted(NO_SCALARS);

    @Override
    public List<Packed> packed(Weight weight) {
        if (range(weight).isEmpty()) {
            return floats.packed(weight);
        }
        String exact = "torch.to(self.%s, %d)".formatted(weight.stored(), StorageType.FLOAT.scalarType());
        String largest = "torch.amax(torch.abs(%s), [1], False)".formatted(exact);
        String steps = "torch.div(%s, torch.unsqueeze(self.%s, 1))".formatted(exact, scales(weight));
        return List.of(
                new Packed(
                        scales(weight),
                        // A row of zeros has some scale, too.
                        "torch.div(torch.clamp_min(%s, 1e-30), %d)".formatted(largest, LARGEST_WEIGHT)),
                new Packed(
                        zeroPoints(weight), "torch.to(torch.zeros_like(self.%s), %d)".formatted(scales(weight), INT64)),
                new Packed(
                        weight.packed(),
                        "ops.onednn.qlinear_prepack(torch.to(torch.round(%s), %d), None)".formatted(steps, INT8)));
    }

    private static String scales(Weight weight) {
        return weight.packed() + "_scales";
    }

    private static String zeroPoints(Weight weight) {
        return weight.packed() + "_zeros";
    }

    @Override
    public String input(String x, Weight weight) {
        return range(weight)
                .map(range -> "torch.int_repr(torch.quantize_per_tensor(torch.to(%s, %d), %s, %d, %d))"
                        .formatted(x, StorageType.FLOAT.scalarType(), range.scale(), range.zeroPoint(), QUINT8))
                .orElse(x);
    }

    @Override
    public String linear(String input, Weight weight, String bias) {
        return range(weight)
                .map(range -> toFloats(input, range, weight, bias, NONE))
                .orElseGet(() -> floats.linear(input, weight, bias));
    }

    @Override
    public String linearActivated(String input, Weight weight, String bias, Activation activation) {
        Optional<InputRange> range = range(weight);
        if (range.isEmpty()) {
            return floats.linearActivated(input, weight, bias, activation);
        }
        String fused = activation.fused(NO_SCALARS);
        return fused == null
                ? activation.of(linear(input, weight, bias))
                : toFloats(input, range.get(), weight, bias, fused);
    }

    /** The bytes that the second layer of an MLP reads come straight from the first one where both are int8. */
    @Override
    public String inputActivated(String input, Weight weight, String bias, Activation activation, Weight reader) {
        Optional<InputRange> range = range(weight);
        Optional<InputRange> result = range(reader);
        String fused = activation.fused(NO_SCALARS);
        if (range.isEmpty() || result.isEmpty() || fused == null) {
            return input(linearActivated(input, weight, bias, activation), reader);
        }
        String format =
                "%s, %d, %d".formatted(result.get().scale(), result.get().zeroPoint(), UINT8);
        return "ops.onednn.qlinear_pointwise(%s, %s, %s, %s)"
                .formatted(operands(input, range.get(), weight), bias, format, fused);
    }

    /**
     * The residual is contiguous. To a view with gaps, such as the class tokens of several images, oneDNN adds by plain loops: the
     * one product that did took 150 ms of the 550 that four images take through ViT-Base.
     */
    @Override
    public String linearAdded(String input, Weight weight, String bias, String residual) {
        return range(weight)
                .map(range -> "ops.onednn.qlinear_pointwise(%s, torch.contiguous(%s), %s, %s, 1., 0, \"add\", 1., %s)"
                        .formatted(operands(input, range, weight), residual, bias, format(), NONE))
                .orElseGet(() -> floats.linearAdded(input, weight, bias, residual));
    }

    private String toFloats(String input, InputRange range, Weight weight, String bias, String operation) {
        return "ops.onednn.qlinear_pointwise(%s, %s, %s, %s)"
                .formatted(operands(input, range, weight), bias, format(), operation);
    }

    private static String operands(String input, InputRange range, Weight weight) {
        return "%s, %s, %d, self.%s, self.%s, self.%s"
                .formatted(
                        input, range.scale(), range.zeroPoint(), weight.packed(), scales(weight), zeroPoints(weight));
    }

    /** Returns what these operators call scale, zero point and type of a result. */
    private String format() {
        return "1., 0, " + type.scalarType();
    }

    private Optional<InputRange> range(Weight weight) {
        return calibration.range(weight.layer());
    }

    @Override
    public List<Packed> packed(Kernel kernel) {
        return floats.packed(kernel);
    }

    @Override
    public String convolution(String x, Kernel kernel, String bias) {
        return floats.convolution(x, kernel, bias);
    }

    @Override
    public String convolutionActivated(String x, Kernel kernel, String bias, Activation activation) {
        return floats.convolutionActivated(x, kernel, bias, activation);
    }

    @Override
    public String convolutionAdded(String x, Kernel kernel, String bias, String residual, Activation activation) {
        return floats.convolutionAdded(x, kernel, bias, residual, activation);
    }

    @Override
    public String attention(String query, String key, String value, @Nullable String bias) {
        return floats.attention(query, key, value, bias);
    }
}
