package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import whatis.classification.image.Preprocessing;
import whatis.image.raster.ResamplingFilter;

/**
 * The fields of an image processor. As transformers 5 has it, only a field that is missing has the processor's default: null
 * is a value of its own, which turns a flag off, and is refused where a value is needed.
 */
record ProcessorFields(JsonFields json) {

    private static final int MAX_SIDE = Preprocessing.MAX_LENGTH;

    boolean flag(String name, boolean missing) {
        return isMissing(name) ? missing : json.flag(name).orElse(false);
    }

    double number(String name, double missing) {
        return value(name, missing, "a number", ProcessorFields::toNumber);
    }

    /** Reads a number for each channel, or one for all of them. */
    List<Double> channels(String name, List<Double> missing) {
        return value(name, missing, "a number or three numbers", ProcessorFields::toChannels);
    }

    ResamplingFilter filter(String name, ResamplingFilter missing) {
        return value(name, missing, "the number of one of Pillow's filters, 0 to 5", ProcessorFields::toFilter);
    }

    /**
     * Reads a size.
     *
     * @param square whether a single number means a square
     * @param missing the default; null if there is none
     */
    ProcessorSize size(String name, boolean square, @Nullable ProcessorSize missing) {
        String kind = "a number, [height, width], {\"height\", \"width\"} or {\"shortest_edge\"}";
        ProcessorSize size = value(name, missing, kind, element -> ProcessorSize.of(element, square));
        if (!size.isWithin(MAX_SIDE)) {
            throw refusal("%s is %s, not between 1 and %d".formatted(name, json.element(name), MAX_SIDE));
        }
        return size;
    }

    /** Tells whether there is anything but null. */
    boolean isPresent(String name) {
        JsonElement element = json.element(name);
        return element != null && !element.isJsonNull();
    }

    CheckpointException refusal(String complaint) {
        return json.refusal(complaint);
    }

    private boolean isMissing(String name) {
        return json.element(name) == null;
    }

    private <T> T value(String name, @Nullable T missing, String kind, Function<JsonElement, @Nullable T> conversion) {
        Optional<T> present = json.field(name, kind, conversion);
        if (present.isPresent()) {
            return present.get();
        }
        if (!isMissing(name)) {
            throw refusal("%s is null, which is no value, and not the default; leave it out, or write %s"
                    .formatted(name, kind));
        }
        if (missing == null) {
            throw refusal("%s is missing; it must be %s".formatted(name, kind));
        }
        return missing;
    }

    private static @Nullable Double toNumber(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isNumber() ? value.getAsDouble() : null;
    }

    private static @Nullable List<Double> toChannels(JsonElement json) {
        if (!(json instanceof JsonArray array)) {
            Double number = toNumber(json);
            return number == null ? null : Collections.nCopies(Preprocessing.CHANNELS, number);
        }
        List<Double> channels = new ArrayList<>();
        for (JsonElement item : array) {
            Double number = toNumber(item);
            if (number == null) {
                return null;
            }
            channels.add(number);
        }
        return channels.size() == Preprocessing.CHANNELS ? channels : null;
    }

    private static @Nullable ResamplingFilter toFilter(JsonElement json) {
        Integer code = ProcessorSize.integer(json);
        return code == null || code < 0 || code > 5 ? null : ResamplingFilter.ofPillowCode(code);
    }
}
