package whatis.classification.checkpoint;

/** One encoder layer of a {@link Checkpoint}. */
public final class EncoderLayer {

    private final Checkpoint checkpoint;
    private final String prefix;
    private final int hiddenSize;
    private final int intermediateSize;
    private final boolean qkvBias;

    EncoderLayer(Checkpoint checkpoint, String prefix) {
        this.checkpoint = checkpoint;
        this.prefix = prefix;
        this.hiddenSize = checkpoint.config().hiddenSize();
        this.intermediateSize = checkpoint.config().intermediateSize();
        this.qkvBias = checkpoint.config().qkvBias();
    }

    /** Returns the normalisation before the attention. */
    public LayerNorm attentionNorm() {
        return checkpoint.layerNorm(prefix + "layernorm_before");
    }

    public Linear query() {
        return projection("query");
    }

    public Linear key() {
        return projection("key");
    }

    public Linear value() {
        return projection("value");
    }

    /** Returns the projection of the heads' joined results, {@code [hiddenSize, hiddenSize]}. */
    public Linear attentionOutput() {
        return checkpoint.linear(prefix + "attention.output.dense", hiddenSize, hiddenSize);
    }

    /** Returns the normalisation before the MLP. */
    public LayerNorm mlpNorm() {
        return checkpoint.layerNorm(prefix + "layernorm_after");
    }

    /** Returns the MLP's first layer, {@code [intermediateSize, hiddenSize]}; the activation follows it. */
    public Linear intermediate() {
        return checkpoint.linear(prefix + "intermediate.dense", intermediateSize, hiddenSize);
    }

    /** Returns the MLP's second layer, {@code [hiddenSize, intermediateSize]}. */
    public Linear output() {
        return checkpoint.linear(prefix + "output.dense", hiddenSize, intermediateSize);
    }

    private Linear projection(String role) {
        String name = prefix + "attention.attention." + role;
        return qkvBias
                ? checkpoint.linear(name, hiddenSize, hiddenSize)
                : new Linear(checkpoint.tensor(name + ".weight", hiddenSize, hiddenSize), () -> new float[hiddenSize]);
    }
}
