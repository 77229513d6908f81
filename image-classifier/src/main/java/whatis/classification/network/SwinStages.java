package whatis.classification.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.Tensor;
import whatis.image.raster.ImageSize;

/**
 * What both versions of the Swin Transformer share: stages of layers that attend within windows, every second one within
 * shifted windows; between the stages two by two patches become one.
 *
 * <p>Tokens stay in the order of the windows. As all but attention treats each token alone, going from a layer to the next,
 * or to the next stage, is one copy of the tokens in another order. Padding goes along; whatever becomes of it, it is zeros
 * again for each attention, and left out where patches are merged and where tokens are averaged.
 */
final class SwinStages {

    /** What PyTorch's LayerNorm adds to the variance unless told otherwise. */
    private static final double EPSILON = 1e-5;

    private final SwinConfig config;
    private final Version version;
    private final List<List<Windows>> windows;

    /** What the versions do in ways of their own. */
    interface Version {

        /** What the names of the tensors begin with, with a point at its end. */
        String prefix();

        /**
         * Computes a layer.
         *
         * @param tokens in the order of the windows, {@code [tokens, width]}
         * @param name what the names of the layer's tensors begin with
         */
        Value layer(Graph graph, Layers layers, Value tokens, Windows windows, int stage, String name);

        /**
         * Makes one token of four.
         *
         * @param four {@code [tokens, 4 * width]}
         * @param norm with PyTorch's usual epsilon
         * @return {@code [tokens, 2 * width]}
         */
        Value merged(Graph graph, Value four, Linear reduction, Norm norm);
    }

    /** Finds a normalisation of a number of elements. */
    interface Norm {
        LayerNorm of(int size);
    }

    /** @param windows of each layer of each stage */
    SwinStages(SwinConfig config, Version version, List<List<Windows>> windows) {
        this.config = config;
        this.version = version;
        this.windows = windows;
    }

    /** Returns the grid of each stage for pictures of a size, as windows of one token that aren't shifted. */
    static List<Windows> grids(SwinConfig config, ImageSize input) {
        return IntStream.range(0, config.stages())
                .mapToObj(stage -> new Windows(
                        Windows.parts(config.rows(input), 1 << stage),
                        Windows.parts(config.columns(input), 1 << stage),
                        1,
                        0))
                .toList();
    }

    /** @param order the position of each token in its stage's grid, row by row; -1 for padding */
    private record Placed(Value tokens, int[] order) {

        Placed in(int[] other, Graph graph) {
            return Arrays.equals(order, other) ? this : new Placed(graph.rows(tokens, find(other)), other);
        }

        /** Returns where the tokens of some positions in the grid are, -1 for a position of -1. */
        int[] find(int[] positions) {
            int[] places = new int[Arrays.stream(order).max().orElseThrow() + 1];
            for (int i = 0; i < order.length; i++) {
                if (order[i] >= 0) {
                    places[order[i]] = i;
                }
            }
            return Arrays.stream(positions)
                    .map(position -> position < 0 ? -1 : places[position])
                    .toArray();
        }
    }

    /** Builds the graph from pixels to logits. */
    Value logits(Graph graph, Layers layers, boolean positions, int labels) {
        Value tokens = embedded(graph, layers, positions);
        Placed placed = new Placed(tokens, IntStream.range(0, tokens.size(0)).toArray());
        for (int stage = 0; stage < config.stages(); stage++) {
            String name = version.prefix() + "encoder.layers." + stage;
            List<Windows> ofLayers = windows.get(stage);
            for (int i = 0; i < ofLayers.size(); i++) {
                Windows ofLayer = ofLayers.get(i);
                placed = placed.in(ofLayer.order(), graph);
                Value next = version.layer(
                        graph, layers, placed.tokens(), ofLayer, stage, "%s.blocks.%d.".formatted(name, i));
                placed = new Placed(next, placed.order());
            }
            if (stage < config.stages() - 1) {
                placed = merged(graph, layers, placed, stage, name + ".downsample.");
            }
        }
        return classified(graph, layers, placed, labels);
    }

    private Value embedded(Graph graph, Layers layers, boolean positions) {
        String name = version.prefix() + "embeddings.";
        ImageSize patch = config.patch();
        Windows grid = windows.get(0).get(0);
        Value pixels = graph.typed(graph.pixels());
        Value tall = graph.padded(pixels, 1, grid.rows() * patch.height());
        Value whole = graph.padded(tall, 2, grid.columns() * patch.width());
        Linear projection =
                Patches.projection(layers, name + "patch_embeddings.projection", config.width(), patch, true);
        Value patches = graph.linear(Patches.of(graph, whole, patch), projection);
        Value normalised = graph.norm(patches, layers.norm(name + "norm", config.width(), EPSILON));
        if (!positions) {
            return normalised;
        }
        int count = grid.rows() * grid.columns();
        return graph.sum(
                normalised,
                graph.parameter(
                        layers.tensor(name + "position_embeddings", 1, count, config.width()),
                        1,
                        count,
                        config.width()));
    }

    /** Goes from a stage to the order of the next stage's first layer. */
    private Placed merged(Graph graph, Layers layers, Placed placed, int stage, String name) {
        Windows grid = windows.get(stage).get(0);
        int[] order = windows.get(stage + 1).get(0).order();
        int columns = Windows.parts(grid.columns(), 2);
        int[] four = Arrays.stream(order)
                .flatMap(position -> IntStream.range(0, 4).map(i -> {
                    // Downwards first, then to the right.
                    int row = position / columns * 2 + i % 2;
                    int column = position % columns * 2 + i / 2;
                    boolean there = position >= 0 && row < grid.rows() && column < grid.columns();
                    return there ? row * grid.columns() + column : -1;
                }))
                .toArray();
        int width = config.width(stage);
        Value rows = graph.rows(placed.tokens(), placed.find(four));
        Value merged = version.merged(
                graph,
                graph.reshaped(rows, 1, order.length, 4 * width),
                layers.linear(name + "reduction", 2 * width, 4 * width, false),
                size -> layers.norm(name + "norm", size, EPSILON));
        return new Placed(merged, order);
    }

    private Value classified(Graph graph, Layers layers, Placed placed, int labels) {
        int last = config.stages() - 1;
        Windows ofLayer = windows.get(last).get(windows.get(last).size() - 1);
        int width = config.width(last);
        Value tokens = ofLayer.padded()
                ? placed.in(new Windows(ofLayer.rows(), ofLayer.columns(), 1, 0).order(), graph)
                        .tokens()
                : placed.tokens();
        LayerNorm norm = layers.norm(version.prefix() + "layernorm", width, config.layerNormEps());
        Value mean = graph.mean(graph.norm(graph.exact(tokens), norm), 0);
        return graph.exactLinear(mean, layers.linear("classifier", labels, width));
    }

    /** Returns the tokens with zeros for the padding. */
    static Value withoutPadding(Graph graph, Value tokens, Windows windows) {
        return windows.padded()
                ? graph.product(tokens, graph.parameter(windows.inside(), 1, windows.tokens(), 1))
                : tokens;
    }

    /**
     * Returns what windows add to the products of queries and keys, for {@link Graph#attention}.
     *
     * @param bias as {@link Windows#bias} returns it
     */
    static Value bias(Graph graph, Value tokens, Windows windows, int heads, Tensor bias) {
        int area = windows.area();
        if (windows.biases() == 1) {
            return graph.parameter(bias, 1, heads, area, area);
        }
        Value all = graph.parameter(bias, 1, windows.count(), heads, area, area);
        return graph.reshaped(graph.forEachImage(all, tokens), windows.count(), heads, area, area);
    }
}
