package whatis.classification.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.EncoderLayer;
import whatis.classification.checkpoint.LayerNorm;
import whatis.classification.checkpoint.Linear;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.VisionTransformerConfig;

/**
 * Turns a checkpoint into a TorchScript module: its weights, arranged as {@link VisionTransformerGraph} reads them, and
 * its methods.
 *
 * <p>Matrices and biases have the module's storage type. Normalisations and the classifier stay in fp32: they cost next
 * to nothing there.
 */
final class VisionTransformerModule {

    /** Frees the weights that only the plain operators need, where fused ones take their place. */
    static final String DROP_PLAIN = "drop_plain";

    private static final MatrixProducts PLAIN = new PlainProducts();
    private static final String STORED = "_weight";
    private static final String PREPARED = "_prepared";

    private final VisionTransformerConfig config;
    private final StorageType type;
    private final List<ArchiveTensor> state = new ArrayList<>();
    private final List<String> matrices = new ArrayList<>();

    private VisionTransformerModule(Checkpoint checkpoint, StorageType type) {
        this.config = checkpoint.config();
        this.type = type;
        addEmbeddings(checkpoint);
        int last = config.layers() - 1;
        for (int i = 0; i <= last; i++) {
            addLayer(i, checkpoint.layer(i), i == last);
        }
        addNorm("norm", checkpoint.finalNorm());
        Linear classifier = checkpoint.classifier();
        add(
                "classifier_weight",
                StorageType.FLOAT,
                classifier.weight(),
                config.labels().size(),
                config.hiddenSize());
        add(
                "classifier_bias",
                StorageType.FLOAT,
                classifier.bias(),
                config.labels().size());
    }

    static TorchScriptArchive plain(Checkpoint checkpoint, StorageType type) {
        VisionTransformerModule module = new VisionTransformerModule(checkpoint, type);
        ModuleCode code = new ModuleCode(module.state);
        module.addPlain(code);
        return new TorchScriptArchive(code.text(), module.state);
    }

    static TorchScriptArchive fused(Checkpoint checkpoint, StorageType type, MatrixProducts products) {
        VisionTransformerModule module = new VisionTransformerModule(checkpoint, type);
        ModuleCode code = new ModuleCode(module.state);
        for (String matrix : module.matrices) {
            code.attribute(matrix + PREPARED, products.prepared("self." + matrix + STORED));
        }
        module.addPlain(code);
        for (Attention attention : Attention.values()) {
            code.method(attention.fused(), module.graph(products, PREPARED, attention));
            code.method(attention.probe(), module.probe(attention));
        }
        code.methodThatFrees(
                DROP_PLAIN,
                module.matrices.stream().map(matrix -> matrix + STORED).toList());
        return new TorchScriptArchive(code.text(), module.state);
    }

    private void addPlain(ModuleCode code) {
        for (Attention attention : Attention.values()) {
            code.method(attention.plain(), graph(PLAIN, STORED, attention));
        }
    }

    private String graph(MatrixProducts products, String weights, Attention attention) {
        return new VisionTransformerGraph(config, type, products, weights, attention).body();
    }

    private String probe(Attention attention) {
        return """
                    h = torch.reshape(torch.to(x, %d), [1, %d, %d, %d])
                    q = torch.transpose(h, 1, 2)
                    return torch.to(%s, %d)
                """.formatted(
                        type.scalarType(),
                        config.tokens(),
                        config.heads(),
                        config.headSize(),
                        attention.of("q", "q", "q"),
                        StorageType.FLOAT.scalarType());
    }

    private void addEmbeddings(Checkpoint checkpoint) {
        int hidden = config.hiddenSize();
        int prefix = config.architecture().prefixTokens();
        addMatrix(
                "patch",
                checkpoint.patchEmbedding(),
                hidden,
                VisionTransformerConfig.CHANNELS * config.patchSize() * config.patchSize());
        Tensor tokens = checkpoint.prefixTokens();
        Tensor positions = checkpoint.positionEmbeddings();
        add("prefix", type, () -> sum(tokens.read(), positions.read()), 1, prefix, hidden);
        add(
                "positions",
                type,
                () -> {
                    float[] all = positions.read();
                    return Arrays.copyOfRange(all, prefix * hidden, all.length);
                },
                1,
                config.tokens() - prefix,
                hidden);
    }

    private void addLayer(int i, EncoderLayer layer, boolean last) {
        int hidden = config.hiddenSize();
        int intermediate = config.intermediateSize();
        addNorm("norm_before" + i, layer.attentionNorm());
        if (last) {
            addMatrix("q" + i, scaled(layer.query()), hidden, hidden);
            addMatrix("kv" + i, stacked(layer.key(), layer.value()), 2 * hidden, hidden);
        } else {
            addMatrix("qkv" + i, stacked(scaled(layer.query()), layer.key(), layer.value()), 3 * hidden, hidden);
        }
        addMatrix("output" + i, layer.attentionOutput(), hidden, hidden);
        addNorm("norm_after" + i, layer.mlpNorm());
        addMatrix("up" + i, layer.intermediate(), intermediate, hidden);
        addMatrix("down" + i, layer.output(), hidden, intermediate);
    }

    private void addMatrix(String name, Linear linear, int outputs, int inputs) {
        matrices.add(name);
        add(name + STORED, type, linear.weight(), outputs, inputs);
        add(name + "_bias", type, linear.bias(), outputs);
    }

    private void addNorm(String name, LayerNorm norm) {
        add(name + "_weight", StorageType.FLOAT, norm.weight(), config.hiddenSize());
        add(name + "_bias", StorageType.FLOAT, norm.bias(), config.hiddenSize());
    }

    private void add(String name, StorageType storage, Tensor values, long... shape) {
        state.add(new ArchiveTensor(name, shape, storage, values));
    }

    /** Puts attention's scale into the queries' weights. In bf16, too, that is exact for heads of 64 (or 16, or 256). */
    private Linear scaled(Linear query) {
        float scale = (float) (1 / Math.sqrt(config.headSize()));
        return new Linear(
                () -> scaled(query.weight().read(), scale),
                () -> scaled(query.bias().read(), scale));
    }

    private static float[] scaled(float[] values, float scale) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale;
        }
        return scaled;
    }

    private static Linear stacked(Linear... parts) {
        return new Linear(
                () -> concatenated(Arrays.stream(parts).map(Linear::weight).toList()),
                () -> concatenated(Arrays.stream(parts).map(Linear::bias).toList()));
    }

    private static float[] concatenated(List<Tensor> parts) {
        float[] all = new float[0];
        for (Tensor part : parts) {
            float[] values = part.read();
            int start = all.length;
            all = Arrays.copyOf(all, start + values.length);
            System.arraycopy(values, 0, all, start, values.length);
        }
        return all;
    }

    /** Adds each element of the shorter array to the one of the longer at its place. */
    private static float[] sum(float[] shorter, float[] longer) {
        float[] sum = shorter.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += longer[i];
        }
        return sum;
    }
}
