package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whatis.classification.checkpoint.ProcessorSize.Sides;
import whatis.image.raster.ImageSize;

/** Typed fields of a JSON file. A field that is null counts as missing; complaints name file, field and value. */
public final class JsonFields {

    private static final int LONGEST_QUOTE = 80;
    private static final int MAX_SIDE = 4_096;

    /** Far beyond any name or label; complaints quote texts and lists whole. */
    private static final int LONGEST_TEXT = 1_000;

    private static final int LONGEST_LIST = 100;

    /** What Gson says after the name of its own setting or class. */
    private static final Pattern PLACE = Pattern.compile(" at line \\d+ column \\d+ path .*");

    private final String file;
    private final JsonObject fields;

    private JsonFields(String file, JsonObject fields) {
        this.file = file;
        this.fields = fields;
    }

    /**
     * Parses a file.
     *
     * @param file its name in complaints
     * @throws CheckpointException if it isn't exactly one JSON object
     */
    public static JsonFields parse(String file, InputStream bytes) {
        try {
            return new JsonFields(file, PythonJson.readObject(bytes));
        } catch (IOException e) {
            throw new CheckpointException(
                    "%s is not a valid JSON object%s; correct it or download it again".formatted(file, place(e)), e);
        }
    }

    private static String place(IOException e) {
        Matcher place = PLACE.matcher(Objects.requireNonNullElse(e.getMessage(), ""));
        return place.find() ? quote(place.group()) : "";
    }

    /**
     * Checks that exactly these fields are there.
     *
     * @param optional fields that may be missing
     * @throws CheckpointException if one is missing or unknown
     */
    public void requireNames(Set<String> expected, String... optional) {
        Set<String> unknown = new TreeSet<>(names());
        unknown.removeAll(expected);
        unknown.removeAll(Set.of(optional));
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(names());
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw refusal("missing fields %s, unknown fields %s".formatted(missing, unknown));
        }
    }

    /** Returns the names of all fields, null or not. */
    public Set<String> names() {
        return fields.keySet();
    }

    public Optional<Integer> integer(String name) {
        return field(name, "a whole number", JsonFields::toInteger);
    }

    /**
     * Returns a whole number from 1 on.
     *
     * @param otherwise what counts where the field is missing
     * @throws CheckpointException if it is smaller than 1 or greater than the most
     */
    public int within(String name, int otherwise, int most) {
        int value = integer(name).orElse(otherwise);
        if (value < 1 || value > most) {
            throw refusal("%s is %d, not between 1 and %d".formatted(name, value, most));
        }
        return value;
    }

    public Optional<Double> number(String name) {
        return field(name, "a number", JsonFields::toDouble);
    }

    public Optional<Boolean> flag(String name) {
        return field(
                name,
                "true or false",
                json -> json instanceof JsonPrimitive value && value.isBoolean() ? value.getAsBoolean() : null);
    }

    /** @throws CheckpointException if it is longer than 1,000 characters, or no string */
    public Optional<String> string(String name) {
        Optional<String> text = field(name, "a string", JsonFields::toText);
        text.filter(found -> found.length() > LONGEST_TEXT).ifPresent(found -> {
            throw refusal("%s is \"%s\", of %d characters, more than the %d that are read"
                    .formatted(name, quote(found), found.length(), LONGEST_TEXT));
        });
        return text;
    }

    public Optional<List<String>> strings(String name) {
        return field(name, "a list of strings", json -> toList(json, JsonFields::toText));
    }

    /** @throws CheckpointException if there are more than 100, or anything else */
    public Optional<List<Integer>> integers(String name) {
        return shortList(name, field(name, "a list of whole numbers", json -> toList(json, JsonFields::toInteger)));
    }

    /** @throws CheckpointException if there are more than 100, or anything else */
    public Optional<List<Double>> numbers(String name) {
        return shortList(name, field(name, "a list of numbers", json -> toList(json, JsonFields::toDouble)));
    }

    private <T> Optional<List<T>> shortList(String name, Optional<List<T>> list) {
        list.filter(found -> found.size() > LONGEST_LIST).ifPresent(found -> {
            throw refusal(
                    "%s has %d numbers, more than the %d that are read".formatted(name, found.size(), LONGEST_LIST));
        });
        return list;
    }

    /** Returns an object within this one; complaints about it name both. */
    public Optional<JsonFields> nested(String name) {
        return field(name, "an object", json -> json instanceof JsonObject object ? object : null)
                .map(object -> new JsonFields(file + ", " + name, object));
    }

    /**
     * Returns a size in pixels, a number or a pair.
     *
     * @param otherwise what counts where the field is missing
     * @throws CheckpointException if a side isn't between 1 and 4,096 pixels
     */
    public ImageSize size(String name, ImageSize otherwise) {
        Optional<Sides> sides =
                field(name, "a number, [height, width] or {\"height\", \"width\"}", JsonFields::toSides);
        sides.filter(found -> !found.isWithin(MAX_SIDE)).ifPresent(found -> {
            throw refusal(
                    "%s is %d x %d, not between 1 and %d".formatted(name, found.height(), found.width(), MAX_SIDE));
        });
        return sides.map(Sides::imageSize).orElse(otherwise);
    }

    /** Returns a field as it is, JSON's null included, or null where it is missing. */
    @Nullable
    JsonElement element(String name) {
        return fields.get(name);
    }

    public CheckpointException refusal(String complaint) {
        return new CheckpointException(file + ": " + complaint);
    }

    /** Names the file in a complaint that names the field. */
    public CheckpointException refusal(IllegalArgumentException complaint) {
        return new CheckpointException(file + ": " + complaint.getMessage(), complaint);
    }

    /**
     * Reads a field.
     *
     * @param kind what it must be, in a complaint
     * @param conversion returns null for what it isn't
     */
    <T> Optional<T> field(String name, String kind, Function<JsonElement, @Nullable T> conversion) {
        JsonElement json = fields.get(name);
        if (json == null || json.isJsonNull()) {
            return Optional.empty();
        }
        T value = conversion.apply(json);
        if (value == null) {
            throw refusal("%s is %s, not %s".formatted(name, quote(json.toString()), kind));
        }
        return Optional.of(value);
    }

    static String quote(String found) {
        return found.length() > LONGEST_QUOTE ? found.substring(0, LONGEST_QUOTE) + "…" : found;
    }

    private static @Nullable Integer toInteger(@Nullable JsonElement json) {
        if (!(json instanceof JsonPrimitive value) || !value.isNumber()) {
            return null;
        }
        try {
            return value.getAsBigDecimal().intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double toDouble(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isNumber() && Double.isFinite(value.getAsDouble())
                ? value.getAsDouble()
                : null;
    }

    private static @Nullable String toText(@Nullable JsonElement json) {
        return json instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
    }

    private static <T> @Nullable List<T> toList(JsonElement json, Function<JsonElement, @Nullable T> conversion) {
        if (!(json instanceof JsonArray array)) {
            return null;
        }
        List<T> list = new ArrayList<>();
        for (JsonElement item : array) {
            T value = conversion.apply(item);
            if (value == null) {
                return null;
            }
            list.add(value);
        }
        return list;
    }

    private static @Nullable Sides toSides(JsonElement json) {
        if (json instanceof JsonArray array && array.size() == 2) {
            return toSides(array.get(0), array.get(1));
        }
        if (json instanceof JsonObject object && object.keySet().equals(Set.of("height", "width"))) {
            return toSides(object.get("height"), object.get("width"));
        }
        return toSides(json, json);
    }

    private static @Nullable Sides toSides(JsonElement height, JsonElement width) {
        Integer rows = toInteger(height);
        Integer columns = toInteger(width);
        return rows == null || columns == null ? null : new Sides(rows, columns);
    }
}
