package whatis.classification.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Weights;
import whatis.image.raster.ImageSize;

/**
 * What timm makes of a picture before a Vision Transformer's first layer. It follows from the model's name and
 * {@code model_args}, so that a tensor that is missing isn't taken for one that isn't needed.
 *
 * @param patch a patch in pixels
 * @param classToken whether a learned token stands before the patches for the class
 * @param registers how many learned tokens stand before the patches for nothing in particular
 * @param placed whether there are learned positions
 * @param normalised whether there is a normalisation before the first layer; then patches have no bias
 */
record TimmEmbedding(ImageSize patch, boolean classToken, int registers, boolean placed, boolean normalised) {

    private static final int USUAL_PATCH = 16;
    private static final int MAX_REGISTERS = 1_024;

    private static final Pattern PATCH = Pattern.compile("_patch([0-9]{1,4})");
    private static final Pattern REGISTERS = Pattern.compile("_reg([0-9])");

    /**
     * Reads what the architecture's name says, unless {@code model_args} say otherwise.
     *
     * @param name one that {@link TimmVariant} knows
     * @throws CheckpointException if a field makes no sense
     */
    static TimmEmbedding of(String name, Optional<JsonFields> args) {
        List<String> words = Arrays.asList(name.split("_"));
        int side = number(PATCH, name).orElse(USUAL_PATCH);
        ImageSize patch = ImageSize.square(side);
        boolean classToken = Collections.disjoint(words, List.of("gap", "map", "siglip"));
        int registers = number(REGISTERS, name).orElse(0);
        return new TimmEmbedding(
                args.map(json -> json.size("patch_size", patch)).orElse(patch),
                args.flatMap(json -> json.flag("class_token")).orElse(classToken),
                args.flatMap(TimmEmbedding::registers).orElse(registers),
                args.flatMap(json -> json.string("pos_embed"))
                        .map(kind -> !List.of("", "none").contains(kind))
                        .orElse(true),
                args.flatMap(json -> json.flag("pre_norm")).orElse(words.contains("clip")));
    }

    private static Optional<Integer> number(Pattern pattern, String name) {
        Matcher number = pattern.matcher(name);
        return number.find() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
    }

    private static Optional<Integer> registers(JsonFields args) {
        Optional<Integer> registers = args.integer("reg_tokens");
        registers.filter(count -> count < 0 || count > MAX_REGISTERS).ifPresent(count -> {
            throw args.refusal("reg_tokens is %d, not between 0 and %d".formatted(count, MAX_REGISTERS));
        });
        return registers;
    }

    /**
     * Checks that weights have what there must be, and nothing that there can't be.
     *
     * @throws CheckpointException if they haven't
     */
    void require(JsonFields json, Weights weights) {
        require("cls_token", classToken, json, weights);
        require("reg_token", registers > 0, json, weights);
        require("pos_embed", placed, json, weights);
        require("norm_pre.weight", normalised, json, weights);
        require("norm_pre.bias", normalised, json, weights);
        require("patch_embed.proj.bias", !normalised, json, weights);
    }

    private static void require(String tensor, boolean expected, JsonFields json, Weights weights) {
        if (weights.has(tensor) != expected) {
            throw json.refusal("tensor %s is %s, which doesn't fit architecture and model_args"
                    .formatted(tensor, expected ? "missing" : "there"));
        }
    }
}
