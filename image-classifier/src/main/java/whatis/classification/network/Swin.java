package whatis.classification.network;

import java.util.List;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.classification.checkpoint.WeightNames.Rename;
import whatis.image.raster.ImageSize;

/**
 * The Swin Transformer: transformers' {@code SwinForImageClassification}.
 *
 * @see <a href="https://arxiv.org/abs/2103.14030">Hierarchical Vision Transformer using Shifted Windows</a>
 */
final class Swin implements Architecture {

    /** Added where tokens of a window don't lie together. */
    private static final float APART = -100;

    /** What transformers 5 calls the layers' tensors. The MLP's come last, as one of them ends as attention's output does. */
    private static final List<Rename> RENAMES = List.of(
            Rename.of("attention.self.query", "attention.q_proj"),
            Rename.of("attention.self.key", "attention.k_proj"),
            Rename.of("attention.self.value", "attention.v_proj"),
            Rename.of(
                    "attention.self.relative_position_bias_table",
                    "attention.relative_position_bias.relative_position_bias_table"),
            Rename.of("attention.output.dense", "attention.o_proj"),
            Rename.of("intermediate.dense", "mlp.fc1"),
            Rename.of("output.dense", "mlp.fc2"));

    @Override
    public String modelType() {
        return "swin";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("swin", RENAMES);
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        SwinConfig config = SwinConfig.of(json, input);
        boolean positions = json.flag("use_absolute_embeddings").orElse(false);
        if (positions && !input.equals(config.image())) {
            throw json.refusal(
                    "image_size is %s, but the image processor makes pictures of %s; with use_absolute_embeddings"
                                    .formatted(config.image().heightFirst(), input.heightFirst())
                            + " they must be equal");
        }
        List<Windows> grids = SwinStages.grids(config, input);
        List<List<Windows>> windows = IntStream.range(0, config.stages())
                .mapToObj(stage -> windows(config, input, grids.get(stage), stage, json))
                .toList();
        return (graph, layers) ->
                new SwinStages(config, new First(config), windows).logits(graph, layers, positions, labels);
    }

    private static List<Windows> windows(SwinConfig config, ImageSize input, Windows grid, int stage, JsonFields json) {
        int shortest = Math.min(grid.rows(), grid.columns());
        if (shortest < config.window()) {
            throw json.refusal(
                    "window_size is %d, more than the %d x %d patches of stage %d in pictures of %s with patch_size %s"
                            .formatted(
                                    config.window(),
                                    grid.rows(),
                                    grid.columns(),
                                    stage,
                                    input.heightFirst(),
                                    config.patch().heightFirst()));
        }
        return IntStream.range(0, config.depths().get(stage))
                .mapToObj(layer -> {
                    int shift = layer % 2 == 0 || shortest == config.window() ? 0 : config.window() / 2;
                    Windows windows = new Windows(grid.rows(), grid.columns(), config.window(), shift);
                    config.requireBias(windows, stage, json);
                    return windows;
                })
                .toList();
    }

    private record First(SwinConfig config) implements SwinStages.Version {

        @Override
        public String prefix() {
            return "swin.";
        }

        @Override
        public Value layer(Graph graph, Layers layers, Value tokens, Windows windows, int stage, String name) {
            int width = config.width(stage);
            int heads = config.heads().get(stage);
            int size = width / heads;
            String projections = name + "attention.self.";
            Linear query = layers.linear(projections + "query", width, width, config.qkvBias());
            Linear key = layers.linear(projections + "key", width, width, config.qkvBias());
            Linear value = layers.linear(projections + "value", width, width, config.qkvBias());
            int distances = 2 * windows.side() - 1;
            Tensor table = layers.tensor(projections + "relative_position_bias_table", distances * distances, heads);

            Value normalised = graph.norm(tokens, layers.norm(name + "layernorm_before", width, config.layerNormEps()));
            Value all = graph.linear(
                    SwinStages.withoutPadding(graph, normalised, windows),
                    Linear.stacked(query.scaled((float) (1 / Math.sqrt(size))), key, value));
            List<Value> parts =
                    graph.heads(graph.reshaped(all, windows.count(), windows.area(), 3 * width), 3, heads, size);
            Value attended = graph.attention(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    SwinStages.bias(graph, tokens, windows, heads, windows.bias(table, heads, APART)));
            Value sum = graph.linearAdded(
                    graph.reshaped(attended, 1, windows.tokens(), width),
                    layers.linear(name + "attention.output.dense", width, width),
                    tokens);
            Value again = graph.norm(sum, layers.norm(name + "layernorm_after", width, config.layerNormEps()));
            int inner = config.innerWidth(stage);
            return new Encoder.TwoLayers(
                            layers.linear(name + "intermediate.dense", inner, width),
                            config.activation(),
                            layers.linear(name + "output.dense", width, inner))
                    .added(graph, again, sum);
        }

        @Override
        public Value merged(Graph graph, Value four, Linear reduction, SwinStages.Norm norm) {
            return graph.linear(graph.norm(four, norm.of(four.size(-1))), reduction);
        }
    }
}
