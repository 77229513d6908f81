package whatis.classification.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of one of timm's Vision Transformers says of it, beyond what its tensors show.
 *
 * @param heads how many attention heads a layer has
 * @param epsilon what normalisations add to the variance
 * @param activation what stands between the MLP's layers, or makes its gate
 * @param gated whether the MLP's inner layer is multiplied with a gate
 * @param pool what the classifier looks at
 * @param distilled whether a second classifier looks at a token of its own
 * @param normalised whether there is a normalisation after the last layer
 */
record TimmVariant(
        int heads,
        double epsilon,
        Activation activation,
        boolean gated,
        Pool pool,
        boolean distilled,
        boolean normalised) {

    /** What the classifier looks at. */
    enum Pool {
        /** The class token. */
        TOKEN("token"),
        /** The mean of the patches. */
        AVERAGE("avg"),
        /** What a learned query finds among the patches. */
        ATTENTION("map");

        private final String timm;

        Pool(String timm) {
            this.timm = timm;
        }

        /** Finds a pool by timm's name for it. */
        static Optional<Pool> named(String timm) {
            return Arrays.stream(values())
                    .filter(pool -> pool.timm.equals(timm))
                    .findFirst();
        }

        @Override
        public String toString() {
            return timm;
        }
    }

    private static final Map<String, Integer> HEADS = Map.ofEntries(
            Map.entry("xsmall", 4),
            Map.entry("wee", 4),
            Map.entry("tiny", 3),
            Map.entry("little", 5),
            Map.entry("small", 6),
            Map.entry("medium", 8),
            Map.entry("mediumd", 8),
            Map.entry("betwixt", 10),
            Map.entry("base", 12),
            Map.entry("so150m", 14),
            Map.entry("so150m2", 13),
            Map.entry("large", 16),
            Map.entry("intern300m", 16),
            Map.entry("so400m", 16),
            Map.entry("huge", 16),
            Map.entry("giant", 16),
            Map.entry("giantopt", 16),
            Map.entry("gigantic", 16));

    private static final Pattern VIT = Pattern.compile("vit_([a-z0-9]+)_patch([0-9]{1,4})((?:_[a-z0-9]+)*)");

    private static final Pattern OTHERS = Pattern.compile("deit_(tiny|small|base)(_distilled)?_patch16_[0-9]+"
            + "|deit3_(small|medium|base|large|huge)_patch[0-9]{1,4}_[0-9]+"
            + "|eva_large_patch14_[0-9]+|flexivit_(small|base|large)");

    /** What stands in names beside the size of pictures. */
    private static final Set<String> WORDS = Set.of(
            "clip", "quickgelu", "siglip", "gap", "map", "reg1", "reg4", "dinov2", "tipsv2", "plus", "miil", "36x1");

    /** Reads a name, without what follows a point; empty if it isn't the name of a Vision Transformer that runs. */
    static Optional<TimmVariant> of(String name) {
        Matcher vit = VIT.matcher(name);
        if (vit.matches()) {
            List<String> words = Arrays.asList(vit.group(3).split("_"));
            boolean known =
                    words.stream().allMatch(word -> word.isEmpty() || word.matches("[0-9]+") || WORDS.contains(word));
            Integer heads = HEADS.get(vit.group(1));
            return known && heads != null
                    ? Optional.of(vit(name, vit.group(1), vit.group(2), words, heads))
                    : Optional.empty();
        }
        Integer heads = OTHERS.matcher(name).matches() ? HEADS.get(name.split("_")[1]) : null;
        return Optional.ofNullable(heads).map(count -> other(name, count));
    }

    private static TimmVariant other(String name, int heads) {
        Pool pool = name.startsWith("eva_") ? Pool.AVERAGE : Pool.TOKEN;
        return new TimmVariant(heads, 1e-6, Activation.GELU, false, pool, name.contains("_distilled_"), true);
    }

    private static TimmVariant vit(String name, String size, String patch, List<String> words, int usualHeads) {
        boolean gated = size.equals("giant") && (words.contains("dinov2") || words.contains("tipsv2"));
        int heads = usualHeads;
        if (gated) {
            heads = 24;
        } else if (words.contains("plus")) {
            heads = 14;
        } else if (name.equals("vit_base_patch16_gap_224")) {
            heads = 16;
        }
        Activation activation = gated ? Activation.SILU : Activation.GELU;
        if (words.contains("quickgelu")) {
            activation = Activation.QUICK_GELU;
        } else if (words.contains("siglip") && isSecondSiglip(size, patch, words)) {
            activation = Activation.GELU_TANH;
        }
        Pool pool = Pool.TOKEN;
        if (words.contains("gap")) {
            pool = Pool.AVERAGE;
        } else if (words.contains("siglip") || words.contains("map")) {
            pool = Pool.ATTENTION;
        }
        double epsilon = words.contains("clip") ? 1e-5 : 1e-6;
        return new TimmVariant(heads, epsilon, activation, gated, pool, false, !size.equals("intern300m"));
    }

    /** Sizes that came with SigLIP 2 have its approximate GELU; timm gave the first SigLIP's the exact one. */
    private static boolean isSecondSiglip(String size, String patch, List<String> words) {
        return patch.equals("32")
                || size.equals("giantopt")
                || size.equals("so400m") && patch.equals("16")
                || size.equals("large") && words.contains("512");
    }

    /** Returns the same with what {@code model_args} say otherwise. */
    TimmVariant with(int otherHeads, Activation otherActivation, Pool otherPool) {
        return new TimmVariant(otherHeads, epsilon, otherActivation, gated, otherPool, distilled, normalised);
    }
}
