package whatis.classification.checkpoint;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes safetensors files of one element type, rounding to the nearest value and to even between two. */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;

    private final String dtype;
    private final Gson gson = new Gson();
    private final JsonObject header = new JsonObject();
    private final List<byte[]> data = new ArrayList<>();
    private long dataLength;

    /** Starts an empty file with elements of type F64, F32, F16 or BF16. */
    public SafetensorsWriter(String dtype) {
        this.dtype = dtype;
        header.add("__metadata__", gson.toJsonTree(Map.of("format", "pt")));
    }

    /** Appends a tensor. */
    public SafetensorsWriter add(String name, float[] elements, long... shape) {
        byte[] encoded = encode(elements);
        JsonObject entry = new JsonObject();
        entry.addProperty("dtype", dtype);
        entry.add("shape", gson.toJsonTree(shape));
        entry.add("data_offsets", gson.toJsonTree(new long[] {dataLength, dataLength + encoded.length}));
        header.add(name, entry);
        data.add(encoded);
        dataLength += encoded.length;
        return this;
    }

    public void write(Path file) throws IOException {
        Files.write(file, bytes());
    }

    /** Returns the content of the file. */
    public byte[] bytes() {
        String json = header.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        String padding = " ".repeat(Math.floorMod(-length, ALIGNMENT));
        ByteBuffer headerLength = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        headerLength.putLong(length + padding.length());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(headerLength.array());
        out.writeBytes((json + padding).getBytes(StandardCharsets.UTF_8));
        data.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private byte[] encode(float[] elements) {
        ByteBuffer bytes = ByteBuffer.allocate(elements.length * ElementType.valueOf(dtype).bytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float element : elements) {
            switch (dtype) {
                case "F64" -> bytes.putDouble(element);
                case "F32" -> bytes.putFloat(element);
                case "F16" -> bytes.putShort(toHalf(element));
                case "BF16" -> bytes.putShort(toBfloat16(element));
                default -> throw new IllegalArgumentException("dtype " + dtype);
            }
        }
        return bytes.array();
    }

    static short toHalf(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (!(magnitude < 65520)) {
            return (short) (sign | (Float.isNaN(value) ? 0x7e00 : 0x7c00));
        }
        if (magnitude < Math.scalb(1f, -14)) {
            return (short) (sign | (int) Math.rint(Math.scalb(magnitude, 24)));
        }
        int rebiased = Float.floatToRawIntBits(magnitude) - (127 - 15 << 23);
        return (short) (sign | halfEven(rebiased, 13));
    }

    static short toBfloat16(float value) {
        return Float.isNaN(value) ? 0x7fc0 : (short) halfEven(Float.floatToRawIntBits(value), 16);
    }

    private static int halfEven(int bits, int dropped) {
        int belowHalf = (1 << dropped - 1) - 1;
        return bits + belowHalf + (bits >>> dropped & 1) >>> dropped;
    }
}
