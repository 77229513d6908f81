package whatis.classification.checkpoint;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.ProcessorSize.ShortestEdge;
import whatis.classification.checkpoint.ProcessorSize.Sides;
import whatis.classification.image.CentreCrop;
import whatis.classification.image.Normalization;
import whatis.classification.image.Preprocessing;
import whatis.classification.image.Resizing;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/**
 * Reads how a checkpoint wants images to be prepared, from {@code processor_config.json} or {@code preprocessor_config.json},
 * as transformers 5.23 does. Fields that none of the supported processors looks at there, such as {@code size_divisor} or
 * {@code do_flip_channel_order}, aren't looked at here either.
 */
public final class ProcessorConfig {

    private static final String PROCESSOR = "processor_config.json";
    private static final String PREPROCESSOR = "preprocessor_config.json";
    private static final String CONFIG = "config.json";
    private static final String NESTED = "image_processor";

    /** From this size on, ConvNextImageProcessor squeezes images instead of cropping them. */
    private static final int CONVNEXT_SQUEEZES_FROM = 384;

    private static final double CONVNEXT_CROP = 224.0 / 256;

    private final ProcessorFields fields;
    private final ImageProcessor processor;

    private ProcessorConfig(ProcessorFields fields, ImageProcessor processor) {
        this.fields = fields;
        this.processor = processor;
    }

    /**
     * Reads the file that counts: the processor nested in {@code processor_config.json}, if there is one.
     *
     * @param modelType the architecture, as {@code config.json} names it, which decides if neither that nor the processor's
     *     file names a processor
     * @throws CheckpointException if there is no such file, or if it asks for what can't be done exactly
     */
    public static Preprocessing read(CheckpointFiles files, String modelType) throws IOException {
        JsonFields json = fields(files, modelType);
        try {
            return new ProcessorConfig(new ProcessorFields(json), processor(files, json, modelType)).preprocessing();
        } catch (IllegalArgumentException e) {
            throw json.refusal(e);
        }
    }

    /** As in transformers, the processor's own file counts before config.json, and that before its architecture. */
    private static ImageProcessor processor(CheckpointFiles files, JsonFields json, String modelType)
            throws IOException {
        Optional<ImageProcessor> named = ImageProcessor.ofFile(json);
        if (named.isEmpty()) {
            named = JsonFiles.read(files, CONFIG).flatMap(ImageProcessor::ofConfig);
        }
        return named.or(() -> ImageProcessor.ofModel(modelType))
                .orElseThrow(() -> json.refusal("%s is missing, and %s has no processor of its own; write one of %s"
                        .formatted(ImageProcessor.TYPE, modelType, ImageProcessor.supported())));
    }

    private static JsonFields fields(CheckpointFiles files, String modelType) throws IOException {
        Optional<JsonFields> nested = JsonFiles.read(files, PROCESSOR).flatMap(json -> json.nested(NESTED));
        if (nested.isPresent()) {
            return nested.get();
        }
        return JsonFiles.read(files, PREPROCESSOR)
                .orElseThrow(() -> new CheckpointException(
                        "%s of %s is missing, and nothing else says how images are to be prepared; copy it from the model that this one was trained from, or write {\"image_processor_type\": \"%s\", \"size\": {\"height\": 224, \"width\": 224}} with the values of the training"
                                .formatted(
                                        PREPROCESSOR,
                                        files.origin(),
                                        ImageProcessor.ofModel(modelType)
                                                .orElse(ImageProcessor.VIT)
                                                .type())));
    }

    private Preprocessing preprocessing() {
        requireNothingElse();
        boolean resizes = fields.flag("do_resize", true);
        ImageSize crop = crop();
        ResamplingFilter filter = resizes ? fields.filter("resample", processor.filter()) : processor.filter();
        if (!resizes) {
            // Whether the size fits the network shows later; transformers doesn't look at it either if there is a crop.
            return preprocessing(new Resizing.None(crop == null ? size().imageSize() : crop), filter, crop);
        }
        if (processor == ImageProcessor.CONVNEXT) {
            return convNext(filter, crop);
        }
        return preprocessing(
                size() instanceof ShortestEdge edge
                        ? new Resizing.ShortestEdge(edge.length())
                        : new Resizing.Exact(size().imageSize()),
                filter,
                crop);
    }

    private Preprocessing preprocessing(Resizing resizing, ResamplingFilter filter, @Nullable ImageSize crop) {
        return new Preprocessing(
                resizing,
                filter,
                crop == null ? null : CentreCrop.ofTransformers(crop),
                normalization(),
                fields.flag("do_convert_rgb", processor.convertsToRgb()));
    }

    /** Small images are resized to more than the size, by crop_pct, and cropped; larger ones are squeezed. */
    private Preprocessing convNext(ResamplingFilter filter, @Nullable ImageSize crop) {
        if (!(size() instanceof ShortestEdge edge)) {
            throw fields.refusal("size is not {\"shortest_edge\"}, which %s needs".formatted(processor.type()));
        }
        if (edge.length() >= CONVNEXT_SQUEEZES_FROM) {
            return preprocessing(new Resizing.Exact(edge.imageSize()), filter, crop);
        }
        if (crop != null && !crop.equals(edge.imageSize())) {
            throw fields.refusal(
                    "crop_size is %d x %d, but images are cropped to %d x %d already; turn do_center_crop off"
                            .formatted(crop.height(), crop.width(), edge.length(), edge.length()));
        }
        double kept = fields.number("crop_pct", CONVNEXT_CROP);
        int resized = (int) (edge.length() / kept);
        if (!(kept > 0) || resized < 1) {
            throw fields.refusal("crop_pct is %s, which leaves nothing of %d pixels".formatted(kept, edge.length()));
        }
        return preprocessing(new Resizing.ShortestEdge(resized), filter, edge.imageSize());
    }

    private ProcessorSize size() {
        boolean square = fields.flag("default_to_square", processor.squareByNumber());
        return fields.size("size", square, processor.size());
    }

    private @Nullable ImageSize crop() {
        if (!fields.flag("do_center_crop", processor.crops())) {
            return null;
        }
        if (!(fields.size("crop_size", true, processor.cropSize()) instanceof Sides sides)) {
            throw fields.refusal("crop_size has only a shortest_edge; it must be a number or {\"height\", \"width\"}");
        }
        return sides.imageSize();
    }

    private Normalization normalization() {
        Normalization none = Normalization.NONE;
        boolean rescales = fields.flag("do_rescale", true);
        boolean normalizes = fields.flag("do_normalize", true);
        return new Normalization(
                rescales ? fields.number("rescale_factor", 1 / 255.0) : none.factor(),
                normalizes ? fields.channels("image_mean", processor.mean()) : none.mean(),
                normalizes ? fields.channels("image_std", processor.std()) : none.std());
    }

    /** Refuses what would change the pixels and isn't done here. */
    private void requireNothingElse() {
        if (processor.pads() && fields.flag("do_pad", false) && fields.isPresent("pad_size")) {
            throw fields.refusal("do_pad is true; only processors that don't pad are supported");
        }
        if (processor == ImageProcessor.CLIP && fields.flag("use_square_size", false)) {
            throw fields.refusal("use_square_size is true; write the size as {\"height\", \"width\"} instead");
        }
    }
}
