package whatis.classification.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;

/** What {@code size} and {@code crop_size} of an image processor can say. */
sealed interface ProcessorSize {

    /** With so few digits that it is an {@code int} in Java, too. */
    Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

    /** Tells whether all lengths are at least one, and at most this. */
    boolean isWithin(int max);

    /** Returns the size that images have if all of them have the same. */
    ImageSize imageSize();

    /** Both sides of an image. */
    record Sides(int height, int width) implements ProcessorSize {

        @Override
        public boolean isWithin(int max) {
            return Math.min(height, width) >= 1 && Math.max(height, width) <= max;
        }

        @Override
        public ImageSize imageSize() {
            return new ImageSize(width, height);
        }
    }

    /** The shorter side of an image that keeps its proportions. */
    record ShortestEdge(int length) implements ProcessorSize {

        @Override
        public boolean isWithin(int max) {
            return length >= 1 && length <= max;
        }

        @Override
        public ImageSize imageSize() {
            return ImageSize.square(length);
        }
    }

    /**
     * Reads the forms that transformers has had over the years.
     *
     * @param square whether a single number means a square, rather than the shortest edge
     * @return null if it is none of them
     */
    static @Nullable ProcessorSize of(JsonElement json, boolean square) {
        if (json instanceof JsonArray array) {
            return array.size() == 2 ? sides(array.get(0), array.get(1)) : null;
        }
        if (json instanceof JsonObject object) {
            if (object.keySet().equals(Set.of("height", "width"))) {
                return sides(object.get("height"), object.get("width"));
            }
            return object.keySet().equals(Set.of("shortest_edge")) ? shortestEdge(object.get("shortest_edge")) : null;
        }
        return square ? sides(json, json) : shortestEdge(json);
    }

    private static @Nullable ProcessorSize sides(JsonElement height, JsonElement width) {
        Integer rows = integer(height);
        Integer columns = integer(width);
        return rows == null || columns == null ? null : new Sides(rows, columns);
    }

    private static @Nullable ProcessorSize shortestEdge(JsonElement json) {
        Integer length = integer(json);
        return length == null ? null : new ShortestEdge(length);
    }

    /** Reads what Python takes for an {@code int}: it refuses 3.0, or silently takes something else. */
    static @Nullable Integer integer(JsonElement json) {
        boolean whole = json instanceof JsonPrimitive value
                && value.isNumber()
                && INTEGER.matcher(value.getAsString()).matches();
        return whole ? Integer.valueOf(json.getAsString()) : null;
    }
}
