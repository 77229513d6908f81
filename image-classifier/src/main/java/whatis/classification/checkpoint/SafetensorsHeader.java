package whatis.classification.checkpoint;

import static whatis.classification.checkpoint.StrictJson.expect;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a safetensors file's table of contents and checks that the tensors fill the data without hole or overlap. */
final class SafetensorsHeader {

    private static final String METADATA = "__metadata__";

    /** Far beyond any image classifier's, in all of its files together. */
    static final int MAX_TENSORS = 100_000;

    private static final int MAX_DIMENSIONS = 64;

    /** Whole numbers that fit a {@code long}. */
    private static final Pattern NATURAL = Pattern.compile("[0-9]{1,18}");

    /**
     * Where a tensor lies.
     *
     * @param begin its first byte, counted from the end of the header
     * @param end the first byte after it
     */
    record Entry(String name, String dtype, List<Long> shape, long begin, long end) {}

    private final String file;

    SafetensorsHeader(String file) {
        this.file = file;
    }

    /**
     * Parses the header as a stream, so that a hostile one takes no more memory than its entries.
     *
     * @param dataLength how many bytes follow the header
     * @return the entries by name, in the order of their bytes
     */
    Map<String, Entry> parse(byte[] header, long dataLength) {
        List<Entry> entries = new ArrayList<>();
        try (JsonReader json = StrictJson.reader(new ByteArrayInputStream(header))) {
            expect(JsonToken.BEGIN_OBJECT, json);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals(METADATA)) {
                    json.skipValue();
                } else if (entries.size() == MAX_TENSORS) {
                    throw tooManyTensors(file);
                } else {
                    entries.add(entry(name, json));
                }
            }
            json.endObject();
            expect(JsonToken.END_DOCUMENT, json);
        } catch (IOException e) {
            throw new CheckpointException(file + ": the header is not a valid JSON object; download the file again", e);
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireFilled(entries, dataLength);
        Map<String, Entry> byName = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (byName.put(entry.name(), entry) != null) {
                throw damaged(entry.name(), "stands in the header twice");
            }
        }
        return byName;
    }

    private Entry entry(String name, JsonReader json) throws IOException {
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        try {
            expect(JsonToken.BEGIN_OBJECT, json);
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "dtype" -> dtype = onlyOnce(dtype, text(json));
                    case "shape" -> shape = onlyOnce(shape, naturals(json));
                    case "data_offsets" -> offsets = onlyOnce(offsets, naturals(json));
                    default -> json.skipValue();
                }
            }
            json.endObject();
        } catch (MalformedJsonException e) {
            throw new CheckpointException(message(name, "has an unreadable entry in the header"), e);
        }
        if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
            throw damaged(name, "lacks its dtype, its shape or its two data_offsets in the header");
        }
        Entry entry = new Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
        requireLength(entry);
        return entry;
    }

    /** Types that are never read as numbers may have any length. */
    private void requireLength(Entry entry) {
        ElementType.named(entry.dtype()).ifPresent(type -> {
            long expected = type.bytes;
            try {
                for (long dimension : entry.shape()) {
                    expected = Math.multiplyExact(expected, dimension);
                }
            } catch (ArithmeticException e) {
                throw new CheckpointException(message(entry.name(), "has the impossible shape " + entry.shape()), e);
            }
            if (entry.end() - entry.begin() != expected) {
                throw damaged(
                        entry.name(),
                        "lies at bytes %d to %d, but as %s of shape %s has %d bytes"
                                .formatted(entry.begin(), entry.end(), entry.dtype(), entry.shape(), expected));
            }
        });
    }

    private void requireFilled(List<Entry> entries, long dataLength) {
        long filled = 0;
        for (Entry entry : entries) {
            if (entry.end() < entry.begin()) {
                throw damaged(entry.name(), "ends before it begins");
            }
            if (entry.begin() < filled) {
                throw damaged(entry.name(), "overlaps the tensor before it");
            }
            if (entry.begin() > filled) {
                throw damaged(entry.name(), "comes after a hole of %d bytes".formatted(entry.begin() - filled));
            }
            if (entry.end() > dataLength) {
                throw damaged(entry.name(), "ends at byte %d of %d".formatted(entry.end(), dataLength));
            }
            filled = entry.end();
        }
        if (filled < dataLength) {
            throw new CheckpointException("%s: %d bytes follow the last tensor; download the file again"
                    .formatted(file, dataLength - filled));
        }
    }

    static CheckpointException tooManyTensors(String file) {
        return new CheckpointException(
                "%s: more than %d tensors, which no image classifier has".formatted(file, MAX_TENSORS));
    }

    private CheckpointException damaged(String tensor, String complaint) {
        return new CheckpointException(message(tensor, complaint));
    }

    private String message(String tensor, String complaint) {
        return "%s: tensor %s %s; download the file again".formatted(file, tensor, complaint);
    }

    private static <T> T onlyOnce(@Nullable T earlier, T value) throws MalformedJsonException {
        if (earlier != null) {
            throw new MalformedJsonException("duplicate field");
        }
        return value;
    }

    private static String text(JsonReader json) throws IOException {
        expect(JsonToken.STRING, json);
        return json.nextString();
    }

    private static List<Long> naturals(JsonReader json) throws IOException {
        List<Long> numbers = new ArrayList<>();
        expect(JsonToken.BEGIN_ARRAY, json);
        json.beginArray();
        while (json.hasNext()) {
            expect(JsonToken.NUMBER, json);
            String digits = json.nextString();
            if (numbers.size() == MAX_DIMENSIONS) {
                throw new MalformedJsonException("too many numbers at " + json.getPath());
            }
            if (!NATURAL.matcher(digits).matches()) {
                throw new MalformedJsonException("not a natural number: " + digits);
            }
            numbers.add(Long.parseLong(digits));
        }
        json.endArray();
        return numbers;
    }
}
