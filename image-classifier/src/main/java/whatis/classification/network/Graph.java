package whatis.classification.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.torchscript.StorageType;
import whatis.image.raster.ImageSize;

/**
 * Builds a network step by step, and knows the shape of each value. A step is written in TorchScript when a
 * {@link Lowering} is chosen, so that one graph gives several programs with the same parameters.
 *
 * <p>Linear layers and what flows between them have the graph's number format. Normalisations' parameters are fp32: they
 * cost next to nothing there. For one thread.
 */
final class Graph extends Steps {

    /** The input's channels: red, green and blue. */
    static final int CHANNELS = 3;

    /** What the method from pixels to logits calls its parameter. */
    private static final String PIXELS = "x";

    /** TorchScript's number of the type that positions have. */
    private static final int INT64 = 4;

    private final StorageType type;
    private final ImageSize input;
    private final LinearInputs linearInputs = new LinearInputs();

    Graph(StorageType type, ImageSize input) {
        this.type = type;
        this.input = input;
    }

    /** Returns the image, {@code [channels, height, width]} in fp32. */
    Value pixels() {
        return new Value(PIXELS, 1, List.of(CHANNELS, input.height(), input.width()));
    }

    /** Returns a tensor of the checkpoint in the graph's number format. */
    Value parameter(Tensor values, int... shape) {
        return parameter(values, type, shape);
    }

    /** Returns a tensor of the checkpoint in fp32. */
    Value exactParameter(Tensor values, int... shape) {
        return parameter(values, StorageType.FLOAT, shape);
    }

    /** Returns {@code layer(x)}, over the last dimension. */
    Value linear(Value x, Linear layer) {
        Bound bound = bind(x, layer);
        return step(
                withLast(x, layer.outputs()),
                lowering -> lowering.linear(
                        bound.input(lowering, x), bound.weight(), bound.bias().code()));
    }

    /** Returns {@code activation(layer(x))}. */
    Value linear(Value x, Linear layer, Activation activation) {
        Bound bound = bind(x, layer);
        return step(
                withLast(x, layer.outputs()),
                lowering -> lowering.linearActivated(
                        bound.input(lowering, x), bound.weight(), bound.bias().code(), activation));
    }

    /** Returns {@code layer(x) + residual}. */
    Value linearAdded(Value x, Linear layer, Value residual) {
        Bound bound = bind(x, layer);
        Value sum = withLast(x, layer.outputs());
        require(sum.shape().equals(residual.shape()), residual, sum);
        return step(
                sum,
                lowering -> lowering.linearAdded(
                        bound.input(lowering, x), bound.weight(), bound.bias().code(), residual.code()));
    }

    /** Returns {@code down(activation(up(x))) + residual}. */
    Value mlpAdded(Value x, Linear up, Activation activation, Linear down, Value residual) {
        Bound first = bind(x, up);
        Value between = withLast(x, up.outputs());
        require(up.outputs() == down.inputs(), between, down.inputs());
        Bound second = bind(down);
        Value inner = step(
                between,
                lowering -> lowering.inputActivated(
                        first.input(lowering, x), first.weight(), first.bias().code(), activation, second.weight()));
        read(inner, down);
        Value sum = withLast(x, down.outputs());
        require(sum.shape().equals(residual.shape()), residual, sum);
        return step(
                sum,
                lowering -> lowering.linearAdded(
                        inner.code(), second.weight(), second.bias().code(), residual.code()));
    }

    private record Bound(Lowering.Weight weight, Value bias) {

        String input(Lowering lowering, Value x) {
            return lowering.input(x.code(), weight);
        }
    }

    private Bound bind(Value x, Linear layer) {
        require(x.size(-1) == layer.inputs(), x, layer.inputs());
        Bound bound = bind(layer);
        read(x, layer);
        return bound;
    }

    private Bound bind(Linear layer) {
        Lowering.Weight weight = linearWeight(layer.name(), parameter(layer.weight(), layer.outputs(), layer.inputs()));
        return new Bound(weight, parameter(layer.bias(), layer.outputs()));
    }

    private void read(Value x, Linear layer) {
        linearInputs.add(new LinearLayer(layer.name(), layer.outputs(), layer.inputs()), x);
    }

    /** Returns the linear layers that a lowering spells, and what they read. */
    LinearInputs linearInputs() {
        return linearInputs;
    }

    /**
     * Returns {@code layer(x)}.
     *
     * @param x {@code [height, width, channels]}: channels last is what convolutions on CPUs want, and linear layers
     */
    Value convolution(Value x, Convolution layer) {
        Kernel kernel = bind(x, layer);
        return convolved(
                x,
                layer,
                lowering -> lowering.convolution(
                        channelsFirst(x), kernel.names(), kernel.bias().code()));
    }

    /** Returns {@code activation(layer(x))}. */
    Value convolution(Value x, Convolution layer, Activation activation) {
        Kernel kernel = bind(x, layer);
        return convolved(
                x,
                layer,
                lowering -> lowering.convolutionActivated(
                        channelsFirst(x), kernel.names(), kernel.bias().code(), activation));
    }

    /**
     * Returns {@code activation(layer(x) + residual)}.
     *
     * @param residual nothing may read it after this step, which may overwrite it
     */
    Value convolutionAdded(Value x, Convolution layer, Value residual, Activation activation) {
        Kernel kernel = bind(x, layer);
        Value sum = convolved(
                x,
                layer,
                lowering -> lowering.convolutionAdded(
                        channelsFirst(x), kernel.names(), kernel.bias().code(), channelsFirst(residual), activation));
        require(sum.shape().equals(residual.shape()), residual, sum);
        return sum;
    }

    private record Kernel(Lowering.Kernel names, Value bias) {}

    private Kernel bind(Value x, Convolution layer) {
        require(x.size(2) == layer.inputs(), x, layer.inputs());
        Value weight = parameter(
                layer.weight(), layer.outputs(), layer.inputs() / layer.groups(), layer.kernel(), layer.kernel());
        Lowering.Kernel names = kernel(
                weight,
                stored -> new Lowering.Kernel(
                        stored,
                        layer.inputs(),
                        new ImageSize(x.size(1), x.size(0)),
                        layer.stride(),
                        layer.padding(),
                        layer.groups()));
        return new Kernel(names, parameter(layer.bias(), layer.outputs()));
    }

    private Value convolved(Value x, Convolution layer, Function<Lowering, String> expression) {
        Value result =
                new Value("", x.perImage(), List.of(layer.length(x.size(0)), layer.length(x.size(1)), layer.outputs()));
        return step(result, lowering -> channelsLast(expression.apply(lowering)));
    }

    /** Returns the largest of each window of a channel; what lies outside the picture counts for nothing. */
    Value maxPool(Value x, int kernel, int stride, int padding) {
        Value pooled = new Value(
                "",
                x.perImage(),
                List.of(
                        Convolution.length(x.size(0), kernel, stride, padding),
                        Convolution.length(x.size(1), kernel, stride, padding),
                        x.size(2)));
        String operator = "torch.max_pool2d(%1$s, [%2$d, %2$d], [%3$d, %3$d], [%4$d, %4$d], [1, 1], False)"
                .formatted(channelsFirst(x), kernel, stride, padding);
        return plain(pooled, "%s", channelsLast(operator));
    }

    /** Returns a view, no copy: libtorch's operators on pictures count the channels first, wherever they lie. */
    private static String channelsFirst(Value x) {
        return "torch.permute(%s, [0, 3, 1, 2])".formatted(x.code());
    }

    private static String channelsLast(String x) {
        return "torch.permute(%s, [0, 2, 3, 1])".formatted(x);
    }

    /**
     * Returns {@code layer(x)} in fp32 whatever the graph's format, without any packing: for the classifier, which costs
     * next to nothing and decides on the scores.
     */
    Value exactLinear(Value x, Linear layer) {
        require(x.size(-1) == layer.inputs(), x, layer.inputs());
        Value weight = parameter(layer.weight(), StorageType.FLOAT, layer.outputs(), layer.inputs());
        Value bias = parameter(layer.bias(), StorageType.FLOAT, layer.outputs());
        return plain(
                withLast(x, layer.outputs()), "torch.linear(%s, %s, %s)", exact(x).code(), weight.code(), bias.code());
    }

    /** Returns the value in fp32. */
    Value exact(Value x) {
        return typed(x, StorageType.FLOAT);
    }

    /** Returns the value in the graph's number format. */
    Value typed(Value x) {
        return typed(x, type);
    }

    private Value typed(Value x, StorageType format) {
        return plain(x, "torch.to(%s, %d)", x.code(), format.scalarType());
    }

    /** Normalises over the last dimension. */
    Value norm(Value x, LayerNorm norm) {
        require(x.size(-1) == norm.size(), x, norm.size());
        Value weight = parameter(norm.weight(), StorageType.FLOAT, norm.size());
        Value bias = parameter(norm.bias(), StorageType.FLOAT, norm.size());
        return plain(
                x,
                "torch.layer_norm(%s, [%d], %s, %s, %s)",
                x.code(),
                norm.size(),
                weight.code(),
                bias.code(),
                String.format(Locale.ROOT, "%.16f", norm.epsilon()));
    }

    /**
     * Splits the last dimension into parts of several heads each.
     *
     * @param x {@code [tokens, parts * heads * size]}
     * @return for each part {@code [heads, tokens, size]}
     */
    List<Value> heads(Value x, int parts, int heads, int size) {
        int tokens = x.size(0);
        Value split = reshaped(x, x.perImage(), tokens, parts, heads, size);
        Value[] all = new Value[parts];
        for (int part = 0; part < parts; part++) {
            Value of = new Value("", x.perImage(), List.of(heads, tokens, size));
            all[part] = plain(of, "torch.transpose(torch.select(%s, 2, %d), 1, 2)", split.code(), part);
        }
        return List.of(all);
    }

    /**
     * Returns {@code softmax(query key^T + bias) value}. Queries come scaled.
     *
     * @param query {@code [heads, queries, size]}
     * @param key {@code [heads, keys, size]}
     * @param value {@code [heads, keys, size]}
     * @param bias {@code [1 or batch, heads, queries, keys]}, if any
     * @return {@code [queries, heads * size]}
     */
    Value attention(Value query, Value key, Value value, @Nullable Value bias) {
        require(key.shape().equals(value.shape()), value, key);
        Value result = step(
                query,
                lowering ->
                        lowering.attention(query.code(), key.code(), value.code(), bias == null ? null : bias.code()));
        Value tokens = new Value("", query.perImage(), List.of(query.size(1), query.size(0), query.size(2)));
        Value apart = plain(tokens, "torch.transpose(%s, 1, 2)", result.code());
        return reshaped(apart, query.perImage(), query.size(1), query.size(0) * query.size(2));
    }

    /** Returns the sum; the shorter value is repeated along dimensions of length 1, and a parameter for each image. */
    Value sum(Value x, Value y) {
        return plain(x, "torch.add(%s, %s)", x.code(), y.code());
    }

    /** Returns the product, element by element; as for {@link #sum}. */
    Value product(Value x, Value y) {
        return plain(x, "torch.mul(%s, %s)", x.code(), y.code());
    }

    /** Returns the product with a number. */
    Value product(Value x, double factor) {
        return plain(x, "torch.mul(%s, %s)", x.code(), Double.toString(factor));
    }

    /** Returns the elements in another shape, in their order. */
    Value reshaped(Value x, int perImage, int... shape) {
        Value reshaped = new Value("", perImage, Arrays.stream(shape).boxed().toList());
        require(reshaped.elements() == x.elements(), x, reshaped);
        return plain(reshaped, "torch.reshape(%s, [-1, %s])", x.code(), list(shape));
    }

    /** Returns the dimensions in another order, each counted from 0 after the first. */
    Value permuted(Value x, int... order) {
        List<Integer> shape = Arrays.stream(order).mapToObj(x::size).toList();
        String dimensions = Arrays.stream(order)
                .mapToObj(dimension -> Integer.toString(dimension + 1))
                .collect(Collectors.joining(", "));
        return plain(new Value("", x.perImage(), shape), "torch.permute(%s, [0, %s])", x.code(), dimensions);
    }

    /** Returns entries of a dimension, counted from 0 after the first, from one position to before another. */
    Value slice(Value x, int dimension, int from, int to) {
        require(0 <= from && from < to && to <= x.size(dimension), x, to);
        if (from == 0 && to == x.size(dimension)) {
            return x;
        }
        return plain(with(x, dimension, to - from), "torch.slice(%s, %d, %d, %d)", x.code(), dimension + 1, from, to);
    }

    /**
     * Returns entries of the first dimension in an order of their own.
     *
     * @param positions of the entries; -1 for one of zeros
     */
    Value rows(Value x, int... positions) {
        int zeros = x.size(0);
        Value all = Arrays.stream(positions).anyMatch(position -> position < 0) ? padded(x, 0, zeros + 1) : x;
        float[] numbers = new float[positions.length];
        for (int i = 0; i < positions.length; i++) {
            numbers[i] = positions[i] < 0 ? zeros : positions[i];
        }
        // Whole numbers up to 2^24 are exact in fp32.
        Value stored = parameter(() -> numbers, StorageType.FLOAT, positions.length);
        return plain(
                with(x, 0, positions.length),
                "torch.index_select(%s, 1, torch.to(%s, %d))",
                all.code(),
                stored.code(),
                INT64);
    }

    /** Returns a parameter {@code [1, …]} as a value that each image has. */
    Value forEachImage(Value parameter, Value image) {
        List<Integer> shape = parameter.shape().subList(1, parameter.rank());
        return plain(new Value("", 1, shape), "%s", repeated(parameter, image));
    }

    /** Returns one entry of a dimension, which disappears. */
    Value select(Value x, int dimension, int entry) {
        List<Integer> shape = new ArrayList<>(x.shape());
        shape.remove(dimension);
        return plain(new Value("", x.perImage(), shape), "torch.select(%s, %d, %d)", x.code(), dimension + 1, entry);
    }

    /** Returns values one after the other along a dimension; parameters {@code [1, …]} stand before or after each image. */
    Value concatenated(int dimension, Value... values) {
        Value image = Arrays.stream(values)
                .filter(value -> value.perImage() > 0)
                .findFirst()
                .orElseThrow();
        int length = 0;
        List<String> parts = new ArrayList<>();
        for (Value value : values) {
            boolean parameter = value.perImage() == 0;
            length += value.size(parameter ? dimension + 1 : dimension);
            parts.add(parameter ? repeated(value, image) : value.code());
        }
        return plain(with(image, dimension, length), "torch.cat([%s], %d)", String.join(", ", parts), dimension + 1);
    }

    private static String repeated(Value parameter, Value image) {
        String rest = parameter.shape().stream().skip(1).map(n -> "-1").collect(Collectors.joining(", "));
        return "torch.expand(%s, [torch.size(%s, 0), %s])".formatted(parameter.code(), image.code(), rest);
    }

    /** Adds zeros at the end of a dimension. */
    Value padded(Value x, int dimension, int length) {
        int missing = length - x.size(dimension);
        if (missing == 0) {
            return x;
        }
        Value zeros = with(x, dimension, missing);
        String rest = zeros.shape().stream().map(Object::toString).collect(Collectors.joining(", "));
        return plain(
                with(x, dimension, length),
                "torch.cat([%s, torch.zeros([torch.size(%s, 0), %s], dtype=%d)], %d)",
                x.code(),
                x.code(),
                rest,
                type.scalarType(),
                dimension + 1);
    }

    /** Returns the mean over dimensions, which disappear; in fp32. */
    Value mean(Value x, int... dimensions) {
        return without(x, "torch.mean(%s, [%s], False)", exact(x).code(), dimensions);
    }

    private Value without(Value x, String expression, String argument, int... dimensions) {
        List<Integer> shape = IntStream.range(0, x.rank())
                .filter(i -> Arrays.stream(dimensions).noneMatch(dimension -> dimension == i))
                .mapToObj(x::size)
                .toList();
        String list = Arrays.stream(dimensions)
                .mapToObj(dimension -> Integer.toString(dimension + 1))
                .collect(Collectors.joining(", "));
        return plain(new Value("", x.perImage(), shape), expression, argument, list);
    }

    /**
     * Returns the Euclidean length over dimensions, which disappear; in fp32. libtorch's operator for norms takes ten times
     * as long over other dimensions than the last.
     */
    Value lengths(Value x, int... dimensions) {
        Value squares = product(x, x);
        Value sum = exact(without(x, "torch.sum(%s, [%s], False)", squares.code(), dimensions));
        return plain(sum, "torch.sqrt(%s)", sum.code());
    }
}
