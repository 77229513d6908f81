package whatis.classification.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.ProcessorSize.ShortestEdge;
import whatis.classification.checkpoint.ProcessorSize.Sides;
import whatis.image.raster.ResamplingFilter;

/** The image processors of transformers 5.23 that are supported, each with its defaults. */
enum ImageProcessor {
    VIT(
            "ViTImageProcessor",
            ResamplingFilter.BILINEAR,
            true,
            square(224),
            null,
            false,
            "vit",
            "vit_msn",
            "swin",
            "swinv2"),
    DEIT("DeiTImageProcessor", ResamplingFilter.BICUBIC, true, square(256), square(224), true, "deit"),
    BEIT(
            "BeitImageProcessor",
            ResamplingFilter.BICUBIC,
            true,
            square(224),
            square(224),
            false,
            "beit",
            "data2vec-vision"),
    SIGLIP("SiglipImageProcessor", ResamplingFilter.BICUBIC, false, square(224), null, false, "siglip"),
    BIT("BitImageProcessor", ResamplingFilter.BICUBIC, false, new ShortestEdge(224), square(224), true, "dinov2"),
    CLIP("CLIPImageProcessor", ResamplingFilter.BICUBIC, false, new ShortestEdge(224), square(224), true),
    CONVNEXT(
            "ConvNextImageProcessor",
            ResamplingFilter.BICUBIC,
            false,
            new ShortestEdge(384),
            null,
            false,
            "convnext",
            "convnextv2",
            "resnet");

    static final String TYPE = "image_processor_type";
    private static final String OLD_TYPE = "feature_extractor_type";
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
    private static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);
    private static final List<Double> CLIP_STD = List.of(0.26862954, 0.26130258, 0.27577711);

    private final String type;
    private final ResamplingFilter filter;
    private final boolean squareByNumber;
    private final ProcessorSize size;
    private final @Nullable ProcessorSize cropSize;
    private final boolean crops;
    private final List<String> modelTypes;

    /**
     * @param squareByNumber whether a size of one number means a square, rather than the shortest edge
     * @param crops whether the middle is cut out if the file doesn't say
     * @param modelTypes the architectures that have this processor if the file names none
     */
    ImageProcessor(
            String type,
            ResamplingFilter filter,
            boolean squareByNumber,
            ProcessorSize size,
            @Nullable ProcessorSize cropSize,
            boolean crops,
            String... modelTypes) {
        this.type = type;
        this.filter = filter;
        this.squareByNumber = squareByNumber;
        this.size = size;
        this.cropSize = cropSize;
        this.crops = crops;
        this.modelTypes = List.of(modelTypes);
    }

    private static Sides square(int side) {
        return new Sides(side, side);
    }

    /**
     * Finds the processor that a processor's file names.
     *
     * @throws CheckpointException if it names one that isn't supported
     */
    static Optional<ImageProcessor> ofFile(JsonFields json) {
        Optional<ImageProcessor> typed = ofType(json, TYPE, "ImageProcessor");
        if (typed.isPresent()) {
            return typed;
        }
        requireNoCode(json);
        return ofType(json, OLD_TYPE, "FeatureExtractor");
    }

    /**
     * Finds the processor that {@code config.json} names, which counts if the processor's file names none.
     *
     * @throws CheckpointException if it names one that isn't supported
     */
    static Optional<ImageProcessor> ofConfig(JsonFields config) {
        return ofType(config, TYPE, "ImageProcessor");
    }

    /** Code of a checkpoint's own would have to be run, and transformers doesn't do that unless it is told to. */
    private static void requireNoCode(JsonFields json) {
        JsonElement code = json.element("auto_map");
        if (code != null && !(code instanceof JsonObject classes && !classes.has("AutoImageProcessor"))) {
            throw json.refusal("auto_map names code of the checkpoint's own, which isn't run; %s must be one of %s"
                    .formatted(TYPE, supported()));
        }
    }

    /** Returns the processor that an architecture has if nothing else is said. */
    static Optional<ImageProcessor> ofModel(String modelType) {
        return Arrays.stream(values())
                .filter(processor -> processor.modelTypes.contains(modelType))
                .findFirst();
    }

    /** Transformers has appended the backend to the names at times, and had other names for the same in older files. */
    private static Optional<ImageProcessor> ofType(JsonFields json, String field, String oldSuffix) {
        Optional<String> type = json.string(field);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String processor = type.get().replace(oldSuffix, "ImageProcessor").replaceFirst("(Fast|Pil)$", "");
        return Optional.of(Arrays.stream(values())
                .filter(candidate -> candidate.type.equals(processor))
                .findFirst()
                .orElseThrow(() -> json.refusal(
                        "%s is \"%s\"; supported are %s".formatted(field, JsonFields.quote(type.get()), supported()))));
    }

    static String supported() {
        return Arrays.stream(values()).map(ImageProcessor::type).collect(Collectors.joining(", "));
    }

    String type() {
        return type;
    }

    ResamplingFilter filter() {
        return filter;
    }

    boolean squareByNumber() {
        return squareByNumber;
    }

    ProcessorSize size() {
        return size;
    }

    /** Returns the size to crop to, or null where a file that crops has to say it. */
    @Nullable
    ProcessorSize cropSize() {
        return cropSize;
    }

    boolean crops() {
        return crops;
    }

    /** Tells whether {@code do_convert_rgb} is on if the file doesn't say. */
    boolean convertsToRgb() {
        return this == SIGLIP || isOfClip();
    }

    /** Tells whether it knows {@code do_pad}; others ignore that. */
    boolean pads() {
        return this != BEIT && this != CONVNEXT;
    }

    List<Double> mean() {
        return isOfClip() ? CLIP_MEAN : HALF;
    }

    List<Double> std() {
        return isOfClip() ? CLIP_STD : HALF;
    }

    private boolean isOfClip() {
        return this == BIT || this == CLIP;
    }
}
