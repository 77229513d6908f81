package whatis.classification.network;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import whatis.image.raster.ImageSize;

/**
 * The files of a small checkpoint, whose JSON names each field that its architecture reads.
 *
 * @param name for a test's report
 * @param files by name
 */
record MutableCheckpoint(String name, Map<String, byte[]> files) {

    static final String CONFIG = "config.json";
    static final String PROCESSOR = "preprocessor_config.json";
    static final String WEIGHTS = "model.safetensors";

    private static final String LABELS = """
            'id2label': {'0': 'a', '1': 'b', '2': 'c'}, 'num_labels': 3, 'problem_type': 'single_label_classification'""";

    private static final String ENCODER = """
            'hidden_size': 12, 'num_hidden_layers': 2, 'num_attention_heads': 2, 'intermediate_size': 20,
            'hidden_act': 'gelu', 'layer_norm_eps': 1e-6, 'image_size': 16, 'patch_size': 8, 'num_channels': 3,
            'qkv_bias': true""";

    private static final String VIT = LABELS + ", " + ENCODER;

    private static final String BEIT = VIT + """
            , 'use_absolute_position_embeddings': true, 'use_relative_position_bias': true,
            'use_shared_relative_position_bias': true, 'layer_scale_init_value': 0.1, 'use_mean_pooling': true""";

    private static final String SWIN = LABELS + """
            , 'embed_dim': 4, 'depths': [2, 1], 'num_heads': [2, 4], 'window_size': 2, 'mlp_ratio': 2.5,
            'hidden_act': 'gelu', 'layer_norm_eps': 1e-5, 'image_size': 16, 'patch_size': 4, 'num_channels': 3,
            'qkv_bias': true, 'use_absolute_embeddings': false""";

    private static final String CONVOLUTIONS = LABELS + """
            , 'hidden_sizes': [4, 8], 'depths': [1, 1], 'hidden_act': 'gelu', 'num_channels': 3""";

    private static final String CONVNEXT = CONVOLUTIONS + """
            , 'num_stages': 2, 'num_hidden_layers': 2, 'patch_size': 4, 'layer_norm_eps': 1e-5""";

    private static final String SIZE = "'size': {'height': 16, 'width': 16}";

    static List<MutableCheckpoint> ofAllArchitectures() {
        return List.of(
                of("vit", VIT + ", 'head_dim': 6", "ViT", SIZE),
                of("deit", VIT + ", 'architectures': ['DeiTForImageClassificationWithTeacher']", "DeiT", SIZE),
                of("vit_msn", VIT, "ViT", SIZE),
                of("dinov2", VIT + ", 'mlp_ratio': 2, 'use_swiglu_ffn': true", "Bit", SIZE),
                of("dinov2_with_registers", VIT + ", 'mlp_ratio': 2, 'num_register_tokens': 3", "CLIP", SIZE),
                of("beit", BEIT, "Beit", SIZE),
                of("data2vec-vision", BEIT, "Beit", SIZE),
                of("siglip", LABELS + ", 'vision_config': {" + ENCODER + "}", "Siglip", SIZE),
                of("swin", SWIN, "ViT", SIZE),
                of("swinv2", SWIN + ", 'pretrained_window_sizes': [0, 0]", "ViT", SIZE),
                of(
                        "convnext",
                        CONVNEXT + ", 'layer_scale_init_value': 1e-6",
                        "ConvNext",
                        "'size': {'shortest_edge': 16}, 'crop_pct': 0.875"),
                of("convnextv2", CONVNEXT, "ConvNext", "'size': {'shortest_edge': 16}, 'crop_pct': 0.875"),
                of("resnet", CONVOLUTIONS + """
                                , 'embedding_size': 4, 'layer_type': 'bottleneck', 'downsample_in_first_stage': true,
                                'downsample_in_bottleneck': false""", "ViT", SIZE),
                timm());
    }

    private static MutableCheckpoint of(String modelType, String config, String processor, String size) {
        TinyCheckpoint checkpoint = TinyCheckpoint.of(
                ImageSize.square(16),
                "{'model_type': '%s', %s}".formatted(modelType, config).replace('\'', '"'));
        Map<String, byte[]> files = new HashMap<>(checkpoint.files());
        files.put(PROCESSOR, json("""
                {'image_processor_type': '%sImageProcessor', 'do_resize': true, %s, 'resample': 3, 'do_center_crop': true,
                 'crop_size': {'height': 16, 'width': 16}, 'do_rescale': true, 'rescale_factor': 0.5, 'do_normalize': true,
                 'image_mean': [0.5, 0.5, 0.25], 'image_std': 0.5, 'do_convert_rgb': true, 'default_to_square': true}
                """.formatted(processor, size)));
        return new MutableCheckpoint(modelType, files);
    }

    private static MutableCheckpoint timm() {
        TimmWeights weights = new TimmWeights("");
        weights.vit();
        return new MutableCheckpoint(Timm.MODEL_TYPE, Map.of(CONFIG, json("""
                {'architecture': 'vit_tiny_patch16_224', 'num_classes': 3, 'global_pool': 'token',
                 'label_names': ['a', 'b', 'c'], 'label_descriptions': {'a': 'an a'}, 'problem_type': null,
                 'model_args': {'num_heads': 2, 'img_size': 16, 'patch_size': 8, 'in_chans': 3, 'num_classes': 3,
                  'global_pool': 'token', 'act_layer': 'gelu'},
                 'pretrained_cfg': {'input_size': [3, 16, 16], 'crop_pct': 0.9, 'crop_mode': 'center',
                  'interpolation': 'bicubic', 'mean': [0.5, 0.5, 0.25], 'std': [0.5, 0.5, 0.25]}}
                """), WEIGHTS, weights.bytes()));
    }

    private static byte[] json(String quoted) {
        return quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Returns the way to each field: a file's name, then the fields' names. */
    List<List<String>> fields() {
        List<List<String>> paths = new ArrayList<>();
        Stream.of(CONFIG, PROCESSOR)
                .filter(files::containsKey)
                .forEach(file -> collect(parsed(file), List.of(file), paths));
        return paths;
    }

    private static void collect(JsonObject object, List<String> path, List<List<String>> paths) {
        object.asMap().forEach((name, value) -> {
            List<String> deeper = Stream.concat(path.stream(), Stream.of(name)).toList();
            paths.add(deeper);
            if (value instanceof JsonObject nested) {
                collect(nested, deeper, paths);
            }
        });
    }

    JsonElement value(List<String> path) {
        JsonElement value = parsed(path.get(0));
        for (String name : path.subList(1, path.size())) {
            value = value.getAsJsonObject().get(name);
        }
        return value;
    }

    private JsonObject parsed(String file) {
        return JsonParser.parseString(new String(content(file), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    WeightsFile weights() {
        return WeightsFile.of(content(WEIGHTS));
    }

    private byte[] content(String file) {
        return Objects.requireNonNull(files.get(file), file);
    }

    /** Returns the files with a field of one of them set to a text, which needn't be JSON. */
    Map<String, byte[]> with(List<String> path, String value) {
        JsonObject root = parsed(path.get(0));
        JsonObject owner = root;
        for (String name : path.subList(1, path.size() - 1)) {
            owner = owner.getAsJsonObject(name);
        }
        owner.addProperty(path.get(path.size() - 1), "<value>");
        return with(path.get(0), root.toString().replace("\"<value>\"", value).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the files with another content of one. */
    Map<String, byte[]> with(String file, byte[] content) {
        Map<String, byte[]> changed = new HashMap<>(files);
        changed.put(file, content);
        return changed;
    }
}
