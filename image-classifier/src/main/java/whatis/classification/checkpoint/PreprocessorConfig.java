package whatis.classification.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatis.classification.checkpoint.JsonFields.Size;

/**
 * How pixels become the model's input: resized, multiplied, then normalised to {@code (x - mean) / std}.
 *
 * @param width width after resizing, in pixels
 * @param height height after resizing, in pixels
 * @param resample Pillow's number of the filter, such as 2 for bilinear
 * @param rescaleFactor what each 8-bit value is multiplied with
 * @param mean one value for red, green and blue each
 * @param std one positive value for red, green and blue each
 */
public record PreprocessorConfig(
        int width,
        int height,
        boolean resize,
        int resample,
        boolean rescale,
        double rescaleFactor,
        boolean normalize,
        List<Double> mean,
        List<Double> std) {

    private static final int BILINEAR = 2;
    private static final int BICUBIC = 3;
    private static final int MAX_RESAMPLE = 5;
    private static final int MAX_SIDE = 4_096;
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);

    public PreprocessorConfig {
        if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "size is %d x %d, not between 1 and %d".formatted(height, width, MAX_SIDE));
        }
        if (resample < 0 || resample > MAX_RESAMPLE) {
            throw new IllegalArgumentException(
                    "resample is %d, not one of Pillow's filters 0 to %d".formatted(resample, MAX_RESAMPLE));
        }
        if (!(rescaleFactor > 0 && Double.isFinite(rescaleFactor))) {
            throw new IllegalArgumentException("rescale_factor is %s, not positive".formatted(rescaleFactor));
        }
        if (mean.size() != VisionTransformerConfig.CHANNELS || !mean.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("image_mean is %s, not three numbers".formatted(mean));
        }
        if (std.size() != VisionTransformerConfig.CHANNELS
                || !std.stream().allMatch(value -> value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("image_std is %s, not three positive numbers".formatted(std));
        }
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    /** Returns the defaults of transformers' {@code ViTImageProcessor}. */
    static PreprocessorConfig defaults() {
        return new PreprocessorConfig(224, 224, true, BILINEAR, true, 1 / 255.0, true, HALF, HALF);
    }

    /** Takes the defaults of transformers' image processor where a field is missing. */
    static PreprocessorConfig of(JsonFields json) {
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
            return new PreprocessorConfig(
                    size.width(),
                    size.height(),
                    resize,
                    json.integer("resample").orElse(deit ? BICUBIC : BILINEAR),
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
