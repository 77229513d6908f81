package whatis.classification.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.classification.checkpoint.Weights;
import whatis.image.raster.ImageSize;

/**
 * Timm's {@code VisionTransformer} and {@code VisionTransformerDistilled}, with the dimensions that the tensors of a
 * checkpoint have.
 *
 * @param width of a token
 * @param depth how many layers
 * @param patches how many patches a picture has
 * @param prefix the learned tokens before the patches
 * @param prefixPlaced whether the learned tokens have positions, too
 */
record TimmVit(
        JsonFields json,
        Layers layers,
        TimmVariant variant,
        TimmEmbedding embedding,
        int width,
        int depth,
        int patches,
        List<Learned> prefix,
        boolean prefixPlaced) {

    private static final String PROJECTION = "patch_embed.proj";

    private static final String LAYER = "blocks\\.[0-9]{1,4}\\.";

    private static final Pattern KNOWN = Pattern.compile("(timm_model\\.)?("
            + "cls_token|reg_token|pos_embed|attn_pool\\.latent|" + LAYER + "ls[12]\\.gamma"
            + "|(patch_embed\\.proj|norm_pre|norm|fc_norm|head"
            + "|attn_pool\\.(q|kv|proj|norm|mlp\\.fc1|mlp\\.fc2)"
            + "|" + LAYER + "(norm1|norm2|attn\\.qkv|attn\\.proj|mlp\\.fc1|mlp\\.fc2))\\.(weight|bias))");

    private static final Pattern OF_DISTILLED =
            Pattern.compile("(timm_model\\.)?(dist_token|head_dist\\.(weight|bias))");

    private static final Pattern OF_LAYER = Pattern.compile("(?:timm_model\\.)?blocks\\.([0-9]+)\\.");

    /** Learned tokens. */
    record Learned(String name, int count) {}

    /**
     * Reads the dimensions.
     *
     * @throws CheckpointException if there are tensors that such a network doesn't have, or if dimensions don't fit
     */
    static TimmVit of(JsonFields json, Layers layers, TimmVariant variant, TimmEmbedding embedding, ImageSize input) {
        Weights weights = layers.weights();
        requireKnown(json, weights, variant);
        long[] projection = shape(json, weights, PROJECTION + ".weight", 4);
        int width = (int) projection[0];
        ImageSize patch = embedding.patch();
        if (projection[2] != patch.height() || projection[3] != patch.width()) {
            throw json.refusal("tensor %s.weight is for patches of %d x %d, but architecture and model_args say %s"
                    .formatted(PROJECTION, projection[2], projection[3], patch.heightFirst()));
        }
        int patches = input.height() / patch.height() * (input.width() / patch.width());
        if (patches < 1 || patches > TransformerConfig.MAX_PATCHES || width % variant.heads() != 0) {
            throw json.refusal("tensor %s.weight has the shape %s, which doesn't fit pictures of %s and num_heads %d"
                    .formatted(
                            PROJECTION,
                            List.of(projection[0], projection[1], projection[2], projection[3]),
                            input.heightFirst(),
                            variant.heads()));
        }
        embedding.require(json, weights);
        List<Learned> prefix = prefix(variant, embedding);
        boolean prefixPlaced = embedding.placed() && placesPrefix(json, weights, patches, prefix, input);
        int depth = 1;
        for (String name : weights.names()) {
            Matcher layer = OF_LAYER.matcher(name);
            depth = layer.lookingAt() ? Math.max(depth, 1 + Integer.parseInt(layer.group(1))) : depth;
        }
        requireAgreement(json, "embed_dim", width);
        requireAgreement(json, "depth", depth);
        return new TimmVit(json, layers, variant, embedding, width, depth, patches, prefix, prefixPlaced);
    }

    private static void requireAgreement(JsonFields json, String argument, int actual) {
        json.nested("model_args").ifPresent(args -> {
            int expected = args.integer(argument).orElse(actual);
            if (expected != actual) {
                throw args.refusal("%s is %d, but by the tensors it is %d".formatted(argument, expected, actual));
            }
        });
    }

    private static void requireKnown(JsonFields json, Weights weights, TimmVariant variant) {
        for (String name : weights.names()) {
            boolean known = KNOWN.matcher(name).matches()
                    || variant.distilled() && OF_DISTILLED.matcher(name).matches();
            if (!known) {
                throw json.refusal("the weights have a tensor %s, which no ViT of timm named so has".formatted(name));
            }
        }
    }

    private static long[] shape(JsonFields json, Weights weights, String name, int rank) {
        long[] shape = weights.shape(name);
        if (shape.length != rank) {
            throw json.refusal("tensor %s has %d dimensions, not %d".formatted(name, shape.length, rank));
        }
        for (long length : shape) {
            if (length < 1 || length > Integer.MAX_VALUE) {
                throw json.refusal("tensor %s has a dimension of %d".formatted(name, length));
            }
        }
        return shape;
    }

    private static List<Learned> prefix(TimmVariant variant, TimmEmbedding embedding) {
        List<Learned> prefix = new ArrayList<>();
        if (embedding.classToken()) {
            prefix.add(new Learned("cls_token", 1));
        }
        if (variant.distilled()) {
            prefix.add(new Learned("dist_token", 1));
        }
        if (embedding.registers() > 0) {
            prefix.add(new Learned("reg_token", embedding.registers()));
        }
        return prefix;
    }

    private static boolean placesPrefix(
            JsonFields json, Weights weights, int patches, List<Learned> prefix, ImageSize input) {
        long positions = shape(json, weights, "pos_embed", 3)[1];
        int before = prefix.stream().mapToInt(Learned::count).sum();
        if (positions != patches && positions != patches + before) {
            throw json.refusal(
                    "tensor pos_embed has %d positions, but pictures of %s make %d patches with %d tokens before them"
                            .formatted(positions, input.heightFirst(), patches, before));
        }
        return positions != patches;
    }

    /** Builds the graph. */
    Value logits(Graph graph, int labels) {
        Value tokens = tokens(graph);
        if (embedding.normalised()) {
            tokens = graph.norm(tokens, norm("norm_pre"));
        }
        List<Encoder.Layer> stack = IntStream.range(0, depth)
                .mapToObj(i -> layer("blocks.%d.".formatted(i)))
                .toList();
        boolean alone = variant.pool() == TimmVariant.Pool.TOKEN;
        int read = alone ? variant.distilled() ? 2 : 1 : tokens.size(0);
        Value encoded =
                graph.exact(new Encoder(graph, variant.heads(), width / variant.heads()).run(tokens, stack, read));
        boolean late = layers.weights().has("fc_norm.weight");
        Value normalised = variant.normalised() && !late ? graph.norm(encoded, norm("norm")) : encoded;
        if (variant.distilled()) {
            Linear ofClass = layers.linear("head", labels, width);
            Linear ofTeacher = layers.linear("head_dist", labels, width);
            Value sum = graph.sum(
                    graph.exactLinear(graph.select(normalised, 0, 0), ofClass),
                    graph.exactLinear(graph.select(normalised, 0, 1), ofTeacher));
            return graph.product(sum, 0.5);
        }
        Value pooled = pooled(graph, normalised);
        return graph.exactLinear(
                late ? graph.norm(pooled, norm("fc_norm")) : pooled, layers.linear("head", labels, width));
    }

    private int before() {
        return prefix.stream().mapToInt(Learned::count).sum();
    }

    private Value tokens(Graph graph) {
        int before = before();
        ImageSize patch = embedding.patch();
        boolean bias = !embedding.normalised();
        Value tokens =
                graph.linear(Patches.of(graph, patch), Patches.projection(layers, PROJECTION, width, patch, bias));
        int skipped = prefixPlaced ? before : 0;
        Tensor positions = embedding.placed() ? layers.tensor("pos_embed", 1, skipped + patches, width) : null;
        if (positions != null) {
            Tensor ofPatches = Tensors.part(positions, skipped * width, (skipped + patches) * width);
            tokens = graph.sum(tokens, graph.parameter(ofPatches, 1, patches, width));
        }
        return before == 0 ? tokens : graph.concatenated(0, first(graph, positions), tokens);
    }

    /** Returns the learned tokens before the patches. */
    private Value first(Graph graph, @Nullable Tensor positions) {
        List<Tensor> learned = prefix.stream()
                .map(part -> layers.tensor(part.name(), 1, part.count(), width))
                .toList();
        Tensor all = Tensors.concatenated(learned, before() * width);
        return graph.parameter(
                prefixPlaced && positions != null ? Tensors.sum(all, positions) : all, 1, before(), width);
    }

    private Encoder.Layer layer(String name) {
        Linear all = layers.linear(name + "attn.qkv", 3 * width, width, someLayerHas("attn.qkv.bias"));
        return new Encoder.Layer(
                norm(name + "norm1"),
                all.part(0, width),
                all.part(width, 2 * width),
                all.part(2 * width, 3 * width),
                null,
                scaled(layers.linear(name + "attn.proj", width, width), name, "ls1.gamma"),
                norm(name + "norm2"),
                mlp(name));
    }

    private Encoder.Mlp mlp(String name) {
        int inner = inner(name + "mlp.");
        if (variant.gated() && inner % 2 != 0) {
            throw json.refusal("tensor %smlp.fc1.bias has %d elements, no even number for the MLP and its gate"
                    .formatted(name, inner));
        }
        int narrowed = variant.gated() ? inner / 2 : inner;
        Linear up = layers.linear(name + "mlp.fc1", inner, width);
        Linear down = scaled(layers.linear(name + "mlp.fc2", width, narrowed), name, "ls2.gamma");
        return variant.gated()
                ? new Encoder.Gated(up.part(0, narrowed), variant.activation(), up.part(narrowed, inner), down)
                : new Encoder.TwoLayers(up, variant.activation(), down);
    }

    private int inner(String mlp) {
        return (int) shape(json, layers.weights(), mlp + "fc1.bias", 1)[0];
    }

    private Linear scaled(Linear linear, String layer, String factors) {
        return someLayerHas(factors) ? linear.scaled(layers.tensor(layer + factors, width)) : linear;
    }

    /** What one layer has, all must have. */
    private boolean someLayerHas(String tensor) {
        return layers.weights().names().stream().anyMatch(name -> name.endsWith("." + tensor));
    }

    private LayerNorm norm(String name) {
        return layers.norm(name, width, variant.epsilon());
    }

    /** Returns what the classifier looks at, {@code [width]} in fp32. */
    private Value pooled(Graph graph, Value tokens) {
        return switch (variant.pool()) {
            case TOKEN -> graph.select(tokens, 0, 0);
            case AVERAGE -> graph.mean(graph.slice(tokens, 0, before(), tokens.size(0)), 0);
            case ATTENTION -> found(graph, graph.slice(tokens, 0, before(), tokens.size(0)));
        };
    }

    /** Lets a learned query attend to the patches. */
    private Value found(Graph graph, Value tokens) {
        int heads = variant.heads();
        int size = width / heads;
        Tensor latent = layers.tensor("attn_pool.latent", 1, 1, width);
        Linear query = layers.linear("attn_pool.q", width, width).scaled((float) (1 / Math.sqrt(size)));
        Value asked = graph.forEachImage(graph.parameter(query.of(latent), 1, heads, 1, size), tokens);
        List<Value> both = graph.heads(
                graph.linear(graph.typed(tokens), layers.linear("attn_pool.kv", 2 * width, width)), 2, heads, size);
        Value attended = graph.attention(asked, both.get(0), both.get(1), null);
        Value projected = graph.linear(attended, layers.linear("attn_pool.proj", width, width));
        int inner = inner("attn_pool.mlp.");
        Encoder.TwoLayers mlp = new Encoder.TwoLayers(
                layers.linear("attn_pool.mlp.fc1", inner, width),
                variant.activation(),
                layers.linear("attn_pool.mlp.fc2", width, inner));
        Value result = mlp.added(graph, graph.norm(projected, norm("attn_pool.norm")), projected);
        return graph.exact(graph.select(result, 0, 0));
    }
}
