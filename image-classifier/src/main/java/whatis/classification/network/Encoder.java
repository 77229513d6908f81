package whatis.classification.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.Tensor;

/**
 * The encoder of a Vision Transformer: layers of attention and an MLP, each after a normalisation and beside a residual
 * connection.
 *
 * <p>It computes what transformers computes, arranged for a CPU: query, key and value are one product, attention's scale
 * lies in the queries' weights, and the last layer computes only the tokens that are read. Tokens are padded to a multiple
 * of eight, so that the products split evenly over threads: 197 tokens take two of them a tenth longer than 200. No token
 * attends to the padding.
 */
final class Encoder {

    /** What the number of tokens is a multiple of. */
    private static final int TOKEN_BLOCK = 8;

    private final Graph graph;
    private final int heads;
    private final int headSize;

    /** One parameter for the layers that share a bias. */
    private final Map<Rows, Value> biases = new HashMap<>();

    private record Rows(Tensor bias, int asking) {}

    /** What comes after attention; takes and returns {@code [tokens, hiddenSize]}. */
    interface Mlp {
        /** Returns {@code residual + mlp(x)}. */
        Value added(Graph graph, Value x, Value residual);
    }

    /** Two linear layers with an activation between them. */
    record TwoLayers(Linear up, Activation activation, Linear down) implements Mlp {
        @Override
        public Value added(Graph graph, Value x, Value residual) {
            return graph.mlpAdded(x, up, activation, down, residual);
        }
    }

    /**
     * An MLP whose inner layer is multiplied with a gate.
     *
     * @see <a href="https://arxiv.org/abs/2002.05202">GLU Variants Improve Transformer</a>
     */
    record Gated(Linear gate, Activation activation, Linear up, Linear down) implements Mlp {
        @Override
        public Value added(Graph graph, Value x, Value residual) {
            Value inner = graph.product(graph.linear(x, gate, activation), graph.linear(x, up));
            return graph.linearAdded(inner, down, residual);
        }
    }

    /**
     * A layer of the encoder. Factors that scale what attention and the MLP add lie in the weights of {@code output} and of
     * the MLP.
     *
     * @param bias added to the products of queries and keys, {@code [heads, tokens, tokens]}, if any
     */
    record Layer(
            LayerNorm attentionNorm,
            Linear query,
            Linear key,
            Linear value,
            @Nullable Tensor bias,
            Linear output,
            LayerNorm mlpNorm,
            Mlp mlp) {}

    Encoder(Graph graph, int heads, int headSize) {
        this.graph = graph;
        this.heads = heads;
        this.headSize = headSize;
    }

    /**
     * Runs the layers.
     *
     * @param tokens {@code [tokens, hiddenSize]}
     * @param read how many tokens are read of the result, from the first on
     * @return {@code [read, hiddenSize]}
     */
    Value run(Value tokens, List<Layer> layers, int read) {
        int count = tokens.size(0);
        int padded = (count + TOKEN_BLOCK - 1) / TOKEN_BLOCK * TOKEN_BLOCK;
        Value hidden = graph.padded(tokens, 0, padded);
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            hidden = run(layer, hidden, count, padded);
        }
        hidden = run(layers.get(layers.size() - 1), hidden, count, read < count ? read : padded);
        return graph.slice(hidden, 0, 0, read);
    }

    /** @param asking how many tokens have queries */
    private Value run(Layer layer, Value hidden, int count, int asking) {
        Value normalised = graph.norm(hidden, layer.attentionNorm());
        Linear query = layer.query().scaled((float) (1 / Math.sqrt(headSize)));
        Value queries;
        Value keys;
        Value values;
        if (asking == hidden.size(0)) {
            List<Value> all = split(graph.linear(normalised, Linear.stacked(query, layer.key(), layer.value())), 3);
            queries = all.get(0);
            keys = all.get(1);
            values = all.get(2);
        } else {
            List<Value> others = split(graph.linear(normalised, Linear.stacked(layer.key(), layer.value())), 2);
            queries = split(graph.linear(graph.slice(normalised, 0, 0, asking), query), 1)
                    .get(0);
            keys = others.get(0);
            values = others.get(1);
        }
        Value attended = graph.attention(
                queries, graph.slice(keys, 1, 0, count), graph.slice(values, 1, 0, count), bias(layer, count, asking));
        Value residual = graph.slice(hidden, 0, 0, asking);
        Value sum = graph.linearAdded(attended, layer.output(), residual);
        return layer.mlp().added(graph, graph.norm(sum, layer.mlpNorm()), sum);
    }

    private List<Value> split(Value x, int parts) {
        return graph.heads(x, parts, heads, headSize);
    }

    /** Returns the rows of the bias for the tokens that ask; those for the padding are zeros. */
    private @Nullable Value bias(Layer layer, int count, int asking) {
        Tensor bias = layer.bias();
        return bias == null
                ? null
                : biases.computeIfAbsent(
                        new Rows(bias, asking),
                        rows -> graph.parameter(rows(bias, count, asking), 1, heads, asking, count));
    }

    private Tensor rows(Tensor bias, int count, int asking) {
        return () -> {
            float[] all = bias.read();
            float[] asked = new float[heads * asking * count];
            int given = Math.min(asking, count);
            for (int head = 0; head < heads; head++) {
                System.arraycopy(all, head * count * count, asked, head * asking * count, given * count);
            }
            return asked;
        };
    }
}
