package whatis.classification.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * The second version of the Swin Transformer: transformers' {@code Swinv2ForImageClassification}. Attention compares
 * directions, normalisations come after attention and MLP, and a small network tells from a distance in the window how much
 * is added to the comparison.
 *
 * @see <a href="https://arxiv.org/abs/2111.09883">Swin Transformer V2</a>
 */
final class Swinv2 implements Architecture {

    /** Added where tokens of a window don't lie together: transformers adds its -100 twice. */
    private static final float APART = -200;

    /** The largest factor of a comparison. */
    private static final double MAX_SCALE = 100;

    /** What a vector's length counts at least when it is divided by it. */
    private static final double SHORTEST = 1e-12;

    @Override
    public String modelType() {
        return "swinv2";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("swinv2", List.of());
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        SwinConfig config = SwinConfig.of(json, input);
        if (json.flag("use_absolute_embeddings").orElse(false)) {
            throw json.refusal("use_absolute_embeddings is true, which doesn't run in transformers either");
        }
        List<Windows> grids = SwinStages.grids(config, input);
        List<List<Windows>> windows = IntStream.range(0, config.stages())
                .mapToObj(stage -> windows(config, grids.get(stage), stage, json))
                .toList();
        Second version = new Second(config, pretrained(json, config));
        return (graph, layers) -> new SwinStages(config, version, windows).logits(graph, layers, false, labels);
    }

    /** Sizes follow from the height of the image that the network was made for, whatever the picture's. */
    private static List<Windows> windows(SwinConfig config, Windows grid, int stage, JsonFields json) {
        int rows = config.image().height() / config.patch().height() >> stage;
        if (rows < 1) {
            throw json.refusal("image_size %s is smaller than patch_size %s in stage %d of depths"
                    .formatted(config.image().heightFirst(), config.patch().heightFirst(), stage));
        }
        int side = Math.min(rows, config.window());
        return IntStream.range(0, config.depths().get(stage))
                .mapToObj(layer -> {
                    int shift = layer % 2 == 0 || rows <= side ? 0 : config.window() / 2;
                    Windows windows = new Windows(grid.rows(), grid.columns(), side, shift);
                    config.requireBias(windows, stage, json);
                    return windows;
                })
                .toList();
    }

    /** Returns the side of the windows that each stage was trained with, 0 if it is the one that it has. */
    private static List<Integer> pretrained(JsonFields json, SwinConfig config) {
        List<Integer> sides = json.integers("pretrained_window_sizes").orElse(List.of(0, 0, 0, 0));
        if (sides.size() < config.stages()) {
            throw json.refusal(
                    "pretrained_window_sizes is %s, but depths has %d stages".formatted(sides, config.stages()));
        }
        if (sides.contains(1)) {
            throw json.refusal("pretrained_window_sizes is %s; a window of 1 knows no distances".formatted(sides));
        }
        return sides;
    }

    private record Second(SwinConfig config, List<Integer> pretrained) implements SwinStages.Version {

        @Override
        public String prefix() {
            return "swinv2.";
        }

        @Override
        public Value layer(Graph graph, Layers layers, Value tokens, Windows windows, int stage, String name) {
            int width = config.width(stage);
            Value attended = attended(graph, layers, tokens, windows, stage, name + "attention.self.");
            Value projected = graph.linear(
                    graph.reshaped(attended, 1, windows.tokens(), width),
                    layers.linear(name + "attention.output.dense", width, width));
            Value sum = graph.sum(
                    graph.norm(projected, layers.norm(name + "layernorm_before", width, config.layerNormEps())),
                    tokens);
            int inner = config.innerWidth(stage);
            Value widened =
                    graph.linear(sum, layers.linear(name + "intermediate.dense", inner, width), config.activation());
            Value mlp = graph.linear(widened, layers.linear(name + "output.dense", width, inner));
            return graph.sum(graph.norm(mlp, layers.norm(name + "layernorm_after", width, config.layerNormEps())), sum);
        }

        private Value attended(Graph graph, Layers layers, Value tokens, Windows windows, int stage, String name) {
            int width = config.width(stage);
            int heads = config.heads().get(stage);
            int size = width / heads;
            Linear projections = Linear.stacked(
                    layers.linear(name + "query", width, width, config.qkvBias()),
                    layers.linear(name + "key", width, width, false),
                    layers.linear(name + "value", width, width, config.qkvBias()));
            Value all = graph.linear(SwinStages.withoutPadding(graph, tokens, windows), projections);
            List<Value> parts =
                    graph.heads(graph.reshaped(all, windows.count(), windows.area(), 3 * width), 3, heads, size);
            Tensor scales = scales(layers.tensor(name + "logit_scale", heads, 1, 1));
            Value query = graph.product(direction(graph, parts.get(0)), graph.parameter(scales, 1, heads, 1, 1));
            Tensor table = table(layers, windows.side(), pretrained.get(stage), heads, name);
            return graph.attention(
                    query,
                    direction(graph, parts.get(1)),
                    parts.get(2),
                    SwinStages.bias(graph, tokens, windows, heads, windows.bias(table, heads, APART)));
        }

        @Override
        public Value merged(Graph graph, Value four, Linear reduction, SwinStages.Norm norm) {
            return graph.norm(graph.linear(four, reduction), norm.of(reduction.outputs()));
        }
    }

    /** Returns vectors of length 1 in the last dimension. */
    private static Value direction(Graph graph, Value x) {
        String length = "torch.linalg_vector_norm(%s, 2, [-1], True)".formatted(x.code());
        return graph.plain(
                x,
                "torch.div(%s, torch.clamp_min(%s, %s))",
                x.code(),
                length,
                String.format(Locale.ROOT, "%.12f", SHORTEST));
    }

    private static Tensor scales(Tensor logarithms) {
        return () -> {
            float[] scales = logarithms.read();
            for (int i = 0; i < scales.length; i++) {
                scales[i] = (float) Math.min(Math.exp(scales[i]), MAX_SCALE);
            }
            return scales;
        };
    }

    /** Asks the small network for each distance; returns a table as {@link Windows#bias} takes it. */
    private static Tensor table(Layers layers, int side, int pretrained, int heads, String name) {
        int inner = 512;
        String mlp = name + "continuous_position_bias_mlp.";
        Tensor weight = layers.tensor(mlp + "0.weight", inner, 2);
        Tensor bias = layers.tensor(mlp + "0.bias", inner);
        Tensor output = layers.tensor(mlp + "2.weight", heads, inner);
        return () -> {
            float[] in = weight.read();
            float[] shift = bias.read();
            float[] out = output.read();
            double[] coordinates = coordinates(side, pretrained);
            int distances = coordinates.length;
            float[] table = new float[distances * distances * heads];
            double[] hidden = new double[inner];
            for (int entry = 0; entry < distances * distances; entry++) {
                double down = coordinates[entry / distances];
                double across = coordinates[entry % distances];
                for (int i = 0; i < inner; i++) {
                    hidden[i] = Math.max(0, in[2 * i] * down + in[2 * i + 1] * across + shift[i]);
                }
                for (int head = 0; head < heads; head++) {
                    double sum = 0;
                    for (int i = 0; i < inner; i++) {
                        sum += out[head * inner + i] * hidden[i];
                    }
                    table[entry * heads + head] = (float) (16 / (1 + Math.exp(-sum)));
                }
            }
            return table;
        };
    }

    /** Returns what the small network is given for distances from {@code 1 - side} on: their logarithms, with their sign. */
    private static double[] coordinates(int side, int pretrained) {
        int largest = pretrained > 0 ? pretrained - 1 : Math.max(1, side - 1);
        return IntStream.range(1 - side, side)
                .mapToDouble(distance -> 8.0 * distance / largest)
                .map(x -> Math.signum(x) * Math.log(Math.abs(x) + 1) / Math.log(8))
                .toArray();
    }
}
