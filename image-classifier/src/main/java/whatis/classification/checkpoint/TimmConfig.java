package whatis.classification.checkpoint;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import whatis.classification.checkpoint.ProcessorSize.Sides;
import whatis.classification.image.Preprocessing;
import whatis.image.raster.ImageSize;

/**
 * A {@code config.json} as timm writes it: an architecture's name, and what is to be done with pictures before and with
 * logits after it. There is no file for an image processor beside it.
 *
 * @param json the file
 */
public record TimmConfig(JsonFields json) {

    private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> IMAGENET_STD = List.of(0.229, 0.224, 0.225);

    private static final String NAMES = "label_names";

    /** Tells whether a file is of this kind, whatever its {@code model_type}. */
    public static boolean isOne(JsonFields json) {
        return json.string("architecture").isPresent();
    }

    /** Returns the architecture's name, without the name of its weights. */
    public String architecture() {
        return json.string("architecture")
                .map(name -> name.split("\\.", 2)[0])
                .orElseThrow(() -> json.refusal("architecture is missing; it holds timm's name of the model"));
    }

    /** Returns what the network was made with beyond its name, if anything. */
    public Optional<JsonFields> modelArgs() {
        return json.nested("model_args");
    }

    /** Old files have all fields at one level. */
    private JsonFields pretrained() {
        return json.nested("pretrained_cfg").orElse(json);
    }

    /**
     * Returns the size of the pictures that the network sees.
     *
     * @throws CheckpointException if it isn't a size of pictures with three channels
     */
    public ImageSize input() {
        JsonFields pretrained = pretrained();
        List<Integer> size = pretrained.integers("input_size").orElse(List.of(3, 224, 224));
        if (size.size() != 3 || size.get(0) != 3) {
            throw pretrained.refusal("input_size is %s, not 3 channels, height and width".formatted(size));
        }
        Sides input = new Sides(size.get(1), size.get(2));
        if (!input.isWithin(Preprocessing.MAX_LENGTH)) {
            throw pretrained.refusal(
                    "input_size is %s, not sides between 1 and %d".formatted(size, Preprocessing.MAX_LENGTH));
        }
        return input.imageSize();
    }

    /**
     * Returns what timm does with a picture for evaluation.
     *
     * @throws CheckpointException if a field asks for what can't be done
     */
    public Preprocessing preprocessing() {
        JsonFields pretrained = pretrained();
        try {
            return Preprocessing.ofTimm(
                    input(),
                    pretrained.number("crop_pct").orElse(0.875),
                    pretrained.string("crop_mode").orElse("center"),
                    pretrained.string("interpolation").orElse("bicubic"),
                    pretrained.numbers("mean").orElse(IMAGENET_MEAN),
                    pretrained.numbers("std").orElse(IMAGENET_STD));
        } catch (IllegalArgumentException e) {
            throw pretrained.refusal(e);
        }
    }

    /**
     * Returns what the logits mean: the names of the labels, each in words where there is a description of it.
     *
     * @throws CheckpointException if there is no classifier, or if names don't fit
     */
    public ClassificationHead head() {
        return ClassificationHead.of(json, labels());
    }

    private List<String> labels() {
        Optional<Integer> count =
                json.integer("num_classes").or(() -> pretrained().integer("num_classes"));
        List<String> names = names().orElseGet(() ->
                IntStream.range(0, count(count)).mapToObj(i -> "LABEL_" + i).toList());
        if (count.isPresent() && count.get() != names.size()) {
            throw json.refusal("label_names has %d names, but num_classes is %d".formatted(names.size(), count.get()));
        }
        Optional<JsonFields> descriptions =
                json.nested("label_descriptions").or(() -> pretrained().nested("label_descriptions"));
        return names.stream()
                .map(name -> descriptions.flatMap(all -> all.string(name)).orElse(name))
                .toList();
    }

    private int count(Optional<Integer> count) {
        int classes = count.orElseThrow(() -> json.refusal("num_classes is missing, and there are no label_names"));
        if (classes < 1 || classes > ClassificationHead.MAX_LABELS) {
            throw json.refusal("num_classes is %d, not between 1 and %d; choose a model with a classifier"
                    .formatted(classes, ClassificationHead.MAX_LABELS));
        }
        return classes;
    }

    private Optional<List<String>> names() {
        JsonFields owner = json.element(NAMES) == null ? pretrained() : json;
        return owner.element(NAMES) instanceof JsonObject
                ? owner.nested(NAMES).map(TimmConfig::numbered)
                : owner.strings(NAMES);
    }

    private static List<String> numbered(JsonFields names) {
        return IntStream.range(0, names.names().size())
                .mapToObj(i -> names.string(Integer.toString(i))
                        .orElseThrow(() -> names.refusal(
                                "there is no name for %d; they must be numbered from 0 on without gap".formatted(i))))
                .toList();
    }
}
