package whatis.classification.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.ClassificationHead;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.TimmConfig;
import whatis.classification.checkpoint.WeightNames;
import whatis.classification.image.Preprocessing;
import whatis.image.raster.ImageSize;

/**
 * The Vision Transformers of timm, and DeiTs among them, as timm and transformers' {@code TimmWrapper} save them: what a
 * network computes follows from its name, and its dimensions from its tensors.
 *
 * @see <a href="https://github.com/huggingface/pytorch-image-models">timm</a>
 */
final class Timm implements Architecture {

    /** What transformers writes; timm itself writes none. */
    static final String MODEL_TYPE = "timm_wrapper";

    private static final int MAX_HEADS = 1_024;

    /** What tensors show, or what matters in training only. */
    private static final Set<String> NEEDLESS = Set.of(
            "attn_drop_rate",
            "depth",
            "drop_path_rate",
            "drop_rate",
            "dynamic_img_size",
            "embed_dim",
            "fc_norm",
            "fix_init",
            "init_values",
            "mlp_ratio",
            "no_embed_class",
            "patch_drop_rate",
            "pos_drop_rate",
            "proj_drop_rate",
            "qkv_bias",
            "strict_img_size",
            "weight_init");

    private static final Set<String> READ = Set.of(
            "act_layer",
            "class_token",
            "global_pool",
            "img_size",
            "in_chans",
            "num_classes",
            "num_heads",
            "patch_size",
            "pos_embed",
            "pre_norm",
            "reg_tokens");

    @Override
    public String modelType() {
        return MODEL_TYPE;
    }

    @Override
    public WeightNames names() {
        return new WeightNames("timm_model", List.of());
    }

    @Override
    public Preprocessing preprocessing(Checkpoint checkpoint) {
        return new TimmConfig(checkpoint.config()).preprocessing();
    }

    @Override
    public ClassificationHead head(Checkpoint checkpoint) {
        return new TimmConfig(checkpoint.config()).head();
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        TimmConfig config = new TimmConfig(json);
        String name = config.architecture();
        TimmVariant usual = TimmVariant.of(name)
                .orElseThrow(() -> json.refusal(
                        "architecture is \"%s\"; of timm's models whatis runs the usual ViTs and DeiTs, such as vit_base_patch16_224"
                                .formatted(name)));
        TimmVariant variant = config.modelArgs()
                .map(args -> variant(usual, args, input, labels))
                .orElse(usual);
        json.string("global_pool").ifPresent(pool -> {
            if (!pool.equals(variant.pool().toString())) {
                throw json.refusal("global_pool is \"%s\", but %s has %s; model_args must say so where it was changed"
                        .formatted(pool, name, variant.pool()));
            }
        });
        TimmEmbedding embedding = TimmEmbedding.of(name, config.modelArgs());
        return (graph, layers) ->
                TimmVit.of(json, layers, variant, embedding, input).logits(graph, labels);
    }

    private static TimmVariant variant(TimmVariant usual, JsonFields args, ImageSize input, int labels) {
        for (String arg : args.names()) {
            if (!NEEDLESS.contains(arg) && !READ.contains(arg)) {
                throw args.refusal(
                        "%s is set, which whatis doesn't know; it knows what timm's usual ViTs vary".formatted(arg));
            }
        }
        TransformerConfig.requireRgb(args, "in_chans");
        ImageSize size = args.size("img_size", input);
        if (!size.equals(input)) {
            throw args.refusal("img_size is %s, but input_size makes pictures of %s; they must be equal"
                    .formatted(size.heightFirst(), input.heightFirst()));
        }
        int classes = args.integer("num_classes").orElse(labels);
        if (classes != labels) {
            throw args.refusal("num_classes is %d, but there are %d labels".formatted(classes, labels));
        }
        Optional<String> pool = args.string("global_pool");
        return usual.with(
                args.within("num_heads", usual.heads(), MAX_HEADS),
                activation(usual, args),
                pool.map(name -> TimmVariant.Pool.named(name)
                                .orElseThrow(() -> args.refusal(
                                        "global_pool is \"%s\"; supported are token, avg, map".formatted(name))))
                        .orElse(usual.pool()));
    }

    private static Activation activation(TimmVariant usual, JsonFields args) {
        Optional<String> name = args.string("act_layer");
        if (name.isEmpty()) {
            return usual.activation();
        }
        return switch (name.get().toLowerCase(Locale.ROOT)) {
            case "gelu" -> Activation.GELU;
            case "gelu_tanh" -> Activation.GELU_TANH;
            case "quick_gelu" -> Activation.QUICK_GELU;
            case "relu" -> Activation.RELU;
            case "silu", "swish" -> Activation.SILU;
            default ->
                throw args.refusal("act_layer is \"%s\"; supported are gelu, gelu_tanh, quick_gelu, relu, silu, swish"
                        .formatted(name.get()));
        };
    }
}
