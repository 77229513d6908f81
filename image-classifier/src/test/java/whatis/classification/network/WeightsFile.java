package whatis.classification.network;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A safetensors file taken apart, to be damaged.
 *
 * @param header the table of contents
 * @param data what follows it
 */
record WeightsFile(JsonObject header, byte[] data) {

    static WeightsFile of(byte[] file) {
        int length = Math.toIntExact(
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong());
        String json = new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
        return new WeightsFile(
                JsonParser.parseString(json).getAsJsonObject(),
                Arrays.copyOfRange(file, Long.BYTES + length, file.length));
    }

    List<String> tensors() {
        return header.keySet().stream()
                .filter(name -> !name.equals("__metadata__"))
                .toList();
    }

    byte[] bytes() {
        return bytes(header.toString());
    }

    /** Returns the file with another header, whether or not that fits. */
    byte[] bytes(String json) {
        return bytes(json, json.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Returns the file with another header and a length of it, whether or not that is so. */
    byte[] bytes(String json, long length) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array());
        file.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        file.writeBytes(data);
        return file.toByteArray();
    }

    /** Returns the file with a property of a tensor set to a text, which needn't be JSON. */
    byte[] with(String tensor, String property, String value) {
        JsonObject changed = header.deepCopy();
        changed.getAsJsonObject(tensor).addProperty(property, "<value>");
        return bytes(changed.toString().replace("\"<value>\"", value));
    }

    byte[] renamed(String tensor, String name) {
        JsonObject changed = header.deepCopy();
        changed.add(name, changed.remove(tensor));
        return bytes(changed.toString());
    }

    byte[] twice(String tensor) {
        return bytes("{\"%s\":%s,%s"
                .formatted(tensor, header.get(tensor), header.toString().substring(1)));
    }

    /** Returns a sound file with some of the tensors. */
    WeightsFile only(Predicate<String> kept) {
        JsonObject remaining = new JsonObject();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String tensor : tensors()) {
            if (kept.test(tensor)) {
                JsonObject entry = header.getAsJsonObject(tensor).deepCopy();
                JsonArray offsets = entry.getAsJsonArray("data_offsets");
                int begin = offsets.get(0).getAsInt();
                int length = offsets.get(1).getAsInt() - begin;
                JsonArray moved = new JsonArray();
                moved.add(bytes.size());
                moved.add(bytes.size() + length);
                bytes.write(data, begin, length);
                entry.add("data_offsets", moved);
                remaining.add(tensor, entry);
            }
        }
        return new WeightsFile(remaining, bytes.toByteArray());
    }
}
