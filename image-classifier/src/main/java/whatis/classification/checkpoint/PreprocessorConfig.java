package whatis.classification.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatis.classification.image.Preprocessing;
import whatis.classification.image.ResamplingFilter;

/** Parses {@code preprocessor_config.json}. */
final class PreprocessorConfig {

    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);

    private PreprocessorConfig() {}

    /** Returns the defaults of transformers' {@code ViTImageProcessor}. */
    static Preprocessing defaults() {
        return new Preprocessing(224, 224, true, ResamplingFilter.BILINEAR, true, 1 / 255.0, true, HALF, HALF);
    }

    /** Takes the defaults of transformers' image processor where a field is missing. */
    static Preprocessing of(JsonFields json) {
        boolean deit = isDeit(json);
        Size size = json.size("size").orElse(deit ? new Size(256, 256) : new Size(224, 224));
        boolean resize = json.flag("do_resize").orElse(true);
        if (json.flag("do_center_crop").orElse(deit)) {
            Optional<Size> crop =
                    json.size("crop_size").or(() -> deit ? Optional.of(new Size(224, 224)) : Optional.empty());
            if (!resize || !crop.equals(Optional.of(size))) {
                throw json.refusal(
                        "do_center_crop is true; only processors that resize without cropping are supported");
            }
        }
        try {
            return new Preprocessing(
                    size.width(),
                    size.height(),
                    resize,
                    json.integer("resample")
                            .map(ResamplingFilter::ofPillowCode)
                            .orElse(deit ? ResamplingFilter.BICUBIC : ResamplingFilter.BILINEAR),
                    json.flag("do_rescale").orElse(true),
                    json.number("rescale_factor").orElse(1 / 255.0),
                    json.flag("do_normalize").orElse(true),
                    json.numbers("image_mean").orElse(HALF),
                    json.numbers("image_std").orElse(HALF));
        } catch (IllegalArgumentException e) {
            throw json.refusal(e);
        }
    }

    /** Older files name a feature extractor, and transformers once appended the backend to the processor's name. */
    private static boolean isDeit(JsonFields json) {
        String field =
                json.string("image_processor_type").isPresent() ? "image_processor_type" : "feature_extractor_type";
        String type = json.string(field).orElse("ViTImageProcessor");
        String processor = type.replace("FeatureExtractor", "ImageProcessor").replaceFirst("(Fast|Pil)$", "");
        if (!Set.of("ViTImageProcessor", "DeiTImageProcessor").contains(processor)) {
            throw json.refusal("%s is \"%s\"; only those of ViT and DeiT are supported".formatted(field, type));
        }
        return processor.equals("DeiTImageProcessor");
    }
}
