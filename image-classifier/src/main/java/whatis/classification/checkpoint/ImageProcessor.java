package whatis.classification.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.ProcessorSize.ShortestEdge;
import whatis.classification.checkpoint.ProcessorSize.Sides;
import whatis.classification.image.ResamplingFilter;

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

    private static final String TYPE = "image_processor_type";
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
     * Finds the processor that a file names, or else the one that its architecture has.
     *
     * @throws CheckpointException if there is none, or one that isn't supported
     */
    static ImageProcessor of(JsonFields json, String modelType) {
        Optional<String> type = json.string(TYPE);
        if (type.isPresent()) {
            return named(type.get()).orElseThrow(() -> unsupported(json, TYPE, type.get()));
        }
        // Its code would have to be run, and transformers doesn't do that unless it is told to.
        if (json.element("auto_map") != null) {
            throw json.refusal("auto_map names code of the checkpoint's own, which isn't run; %s must be one of %s"
                    .formatted(TYPE, supported()));
        }
        Optional<String> oldType = json.string(OLD_TYPE);
        if (oldType.isPresent()) {
            return named(oldType.get().replace("FeatureExtractor", "ImageProcessor"))
                    .orElseThrow(() -> unsupported(json, OLD_TYPE, oldType.get()));
        }
        return ofModel(modelType)
                .orElseThrow(() -> json.refusal("%s is missing, and %s has no processor of its own; write one of %s"
                        .formatted(TYPE, modelType, supported())));
    }

    /** Returns the processor that an architecture has if nothing else is said. */
    static Optional<ImageProcessor> ofModel(String modelType) {
        return Arrays.stream(values())
                .filter(processor -> processor.modelTypes.contains(modelType))
                .findFirst();
    }

    /** Transformers has appended the backend to the names at times. */
    private static Optional<ImageProcessor> named(String type) {
        String processor = type.replaceFirst("(Fast|Pil)$", "");
        return Arrays.stream(values())
                .filter(candidate -> candidate.type.equals(processor))
                .findFirst();
    }

    private static CheckpointException unsupported(JsonFields json, String field, String type) {
        return json.refusal("%s is \"%s\"; supported are %s".formatted(field, JsonFields.quote(type), supported()));
    }

    private static String supported() {
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
