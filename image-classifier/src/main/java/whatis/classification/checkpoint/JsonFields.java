package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed fields of a JSON file. A field that is null counts as missing; complaints name file, field and value. */
public final class JsonFields {

    private static final int LONGEST_QUOTE = 80;

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
    static JsonFields parse(String file, InputStream bytes) {
        try {
            return new JsonFields(file, StrictJson.readObject(bytes));
        } catch (IOException | JsonParseException e) {
            throw new CheckpointException(file + " is not a valid JSON object; download it again", e);
        }
    }

    Optional<Integer> integer(String name) {
        return field(name, "a whole number", JsonFields::toInteger);
    }

    Optional<Double> number(String name) {
        return field(name, "a number", JsonFields::toDouble);
    }

    Optional<Boolean> flag(String name) {
        return field(
                name,
                "true or false",
                json -> json instanceof JsonPrimitive value && value.isBoolean() ? value.getAsBoolean() : null);
    }

    Optional<String> string(String name) {
        return field(name, "a string", JsonFields::toText);
    }

    Optional<List<String>> strings(String name) {
        return field(name, "a list of strings", json -> toList(json, JsonFields::toText));
    }

    Optional<List<Double>> numbers(String name) {
        return field(name, "a list of numbers", json -> toList(json, JsonFields::toDouble));
    }

    /** Reads an object whose fields are numbered from 0 on, such as {@code id2label}; numbers count as their text. */
    Optional<List<String>> numberedStrings(String name) {
        return field(name, "an object with strings numbered from 0 on", JsonFields::toNumberedTexts);
    }

    Optional<Size> size(String name) {
        return field(name, "a number, [height, width] or {\"height\", \"width\"}", JsonFields::toSize);
    }

    /** Returns an object within this one; complaints about it name both. */
    Optional<JsonFields> nested(String name) {
        return field(name, "an object", json -> json instanceof JsonObject object ? object : null)
                .map(object -> new JsonFields(file + ", " + name, object));
    }

    /** Returns a field as it is, JSON's null included, or null where it is missing. */
    @Nullable
    JsonElement element(String name) {
        return fields.get(name);
    }

    CheckpointException refusal(String complaint) {
        return new CheckpointException(file + ": " + complaint);
    }

    /** Names the file in a complaint that names the field. */
    CheckpointException refusal(IllegalArgumentException complaint) {
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
        return json instanceof JsonPrimitive value && value.isNumber() ? value.getAsDouble() : null;
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

    private static @Nullable List<String> toNumberedTexts(JsonElement json) {
        if (!(json instanceof JsonObject object)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
            if (!(object.get(Integer.toString(i)) instanceof JsonPrimitive text) || text.isBoolean()) {
                return null;
            }
            texts.add(text.getAsString());
        }
        return texts;
    }

    private static @Nullable Size toSize(JsonElement json) {
        if (json instanceof JsonArray array && array.size() == 2) {
            return toSize(array.get(0), array.get(1));
        }
        if (json instanceof JsonObject object && object.keySet().equals(Set.of("height", "width"))) {
            return toSize(object.get("height"), object.get("width"));
        }
        return toSize(json, json);
    }

    private static @Nullable Size toSize(JsonElement height, JsonElement width) {
        Integer rows = toInteger(height);
        Integer columns = toInteger(width);
        return rows == null || columns == null ? null : new Size(rows, columns);
    }

    /** Height and width in pixels, as the file has them. */
    record Size(int height, int width) {
        boolean isSquare() {
            return height == width;
        }

        @Override
        public String toString() {
            return height + " x " + width;
        }
    }
}
