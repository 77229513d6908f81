package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.FilesInMemory;
import whatis.classification.torchscript.Archive;
import whatis.classification.torchscript.ArchiveTensor;
import whatis.classification.torchscript.StorageType;

/**
 * Checkpoints of each architecture with one thing wrong: they are refused by its name, or make a network where what it says
 * is possible, too. None takes much memory, however much it asks for.
 */
class MutatedCheckpointTests {

    /** What one of these small checkpoints may take altogether while it is read: a fraction of the least heap. */
    private static final long MAX_ALLOCATED = 64 << 20;

    /** Messages are for people. */
    private static final int LONGEST_MESSAGE = 1_500;

    private static final String MANY = "[" + "1,".repeat(20_000) + "1]";
    private static final String DEEP = "[".repeat(1_000) + "]".repeat(1_000);
    private static final String LONG = "\"" + "x".repeat(5_000) + "\"";
    private static final String DIGITS = "9".repeat(12_000);

    private static final List<String> VALUES = List.of(
            "0",
            "-1",
            "1",
            "2",
            "3",
            "96",
            "65536",
            "1e9",
            "2147483647",
            "-2147483648",
            "4294967297",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "7.5",
            "NaN",
            "\"x\"",
            "\"\"",
            LONG,
            DIGITS,
            "null",
            "true",
            "false",
            "[]",
            "[0]",
            "[-1, 2]",
            "[1e9, 1e9]",
            "[96, 1]",
            "[1, 1, 1, 1]",
            "[0, 0, 0]",
            "[null]",
            "[[]]",
            "[\"x\"]",
            MANY,
            "{}",
            "{\"x\": 1}",
            "{\"height\": 0, \"width\": 1e9}",
            "{\"height\": 2048, \"width\": 2048}",
            "{\"0\": null}",
            DEEP);

    /** Values that are of no kind that a field of numbers may have. */
    private static final List<String> NO_NUMBERS =
            List.of("1e400", "-1e400", "NaN", "\"x\"", LONG, "true", "{}", "{\"x\": 1}", "[[]]", "[\"x\"]", DEEP);

    static final List<MutableCheckpoint> CHECKPOINTS = MutableCheckpoint.ofAllArchitectures();

    private static final Pattern NOTHING = Pattern.compile("never refused");
    private static final Pattern MISSING = Pattern.compile("json of here|safetensors of here: tensor ");
    private static final Pattern FILE = Pattern.compile("model\\.safetensors of here");
    private static final Pattern TENSOR = Pattern.compile("(safetensors|json) of here.*(tensor |shard-)");

    private static final List<String> TYPES =
            List.of("\"F64\"", "\"F16\"", "\"BF16\"", "\"I64\"", "\"F8_E4M3\"", "\"x\"", "\"\"", "1", "null", "[]");

    private static final List<String> SHAPES = List.of(
            "[]",
            "[0]",
            "[-1]",
            "[1e9]",
            "[2147483648]",
            "[4294967296, 4294967296]",
            "[0, 9223372036854775807]",
            "null",
            "\"x\"",
            "[[]]",
            "{}",
            MANY);

    private static final List<String> SHARDS = List.of(
            "\"shard-0.safetensors\"",
            "\"shard-1.safetensors\"",
            "\"shard-2.safetensors\"",
            "\"../x.safetensors\"",
            "\"/x\"",
            "\"\"",
            "5",
            "null",
            "[]",
            "{}",
            "true",
            LONG);

    private static final List<String> WEIGHT_MAPS =
            List.of("{}", "null", "[]", "5", "\"x\"", DEEP, "{\"x\": 1}", "{\"x\": \"../y\"}", "{\"x\": null}");

    /** All of them, as one change may break what another one doesn't. */
    private final List<String> faults = new ArrayList<>();

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @AfterEach
    void assertAll() {
        assertThat(faults).isEmpty();
    }

    @Test
    void checkpointsAreOfAllArchitectures() {
        assertThat(CHECKPOINTS.stream().map(MutableCheckpoint::name))
                .containsExactlyElementsOf(Architectures.all().stream()
                        .map(Architecture::modelType)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("CHECKPOINTS")
    void fieldWhenChangedMakesANetworkOrIsRefusedByName(MutableCheckpoint checkpoint) throws IOException {
        require(outcome(checkpoint.files(), "nothing", NOTHING).isPresent(), "nothing is changed, yet it is refused");
        for (List<String> path : checkpoint.fields()) {
            Pattern named = named(path);
            for (String value : VALUES) {
                String change = "%s as %s".formatted(path, shortened(value));
                Optional<String> outcome = outcome(
                        checkpoint.with(path, value),
                        change,
                        isMissing(value, checkpoint.value(path)) ? MISSING : named);
                if (isNumeric(checkpoint.value(path)) && NO_NUMBERS.contains(value)) {
                    require(outcome.isEmpty(), change + " isn't refused");
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CHECKPOINTS")
    void tensorWhenItsEntryIsChangedIsTheSameOrRefusedByName(MutableCheckpoint checkpoint) throws IOException {
        Optional<String> intact = outcome(checkpoint.files(), "nothing", NOTHING);
        WeightsFile weights = checkpoint.weights();
        for (String tensor : some(weights.tensors(), 3)) {
            JsonObject entry = weights.header().getAsJsonObject(tensor);
            Map<String, byte[]> changes = new LinkedHashMap<>();
            TYPES.forEach(type -> changes.put("dtype " + type, weights.with(tensor, "dtype", type)));
            shapes(entry.getAsJsonArray("shape"))
                    .forEach(shape -> changes.put("shape " + shortened(shape), weights.with(tensor, "shape", shape)));
            offsets(entry.getAsJsonArray("data_offsets"))
                    .forEach(at -> changes.put("data_offsets " + at, weights.with(tensor, "data_offsets", at)));
            changes.put("no entry", weights.with(tensor, "dtype", "1, \"shape\": 0}, \"x\": {\"dtype\": 1"));
            changes.put("renamed", weights.renamed(tensor, tensor + "s"));
            changes.put("twice", weights.twice(tensor));
            changes.put("missing", weights.only(name -> !name.equals(tensor)).bytes());
            for (Map.Entry<String, byte[]> change : changes.entrySet()) {
                requireSame(
                        intact,
                        checkpoint.with(MutableCheckpoint.WEIGHTS, change.getValue()),
                        tensor + " with " + change.getKey(),
                        TENSOR);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CHECKPOINTS")
    void fileWhenDamagedIsRefused(MutableCheckpoint checkpoint) throws IOException {
        WeightsFile weights = checkpoint.weights();
        String header = weights.header().toString();
        for (long length : new long[] {0, 1, -1, header.length() - 1, header.length() + 1, 20 << 20, Long.MAX_VALUE}) {
            requireRefused(checkpoint, weights.bytes(header, length), "length " + length);
        }
        byte[] file = weights.bytes();
        for (int length : new int[] {0, 7, 8, 9, file.length / 2, file.length - 1, file.length + 1}) {
            requireRefused(checkpoint, Arrays.copyOf(file, length), "cut to " + length);
        }
        for (String text : List.of("", "null", "[]", "{}", "{\"x\": 1}", "{\"x\": " + DEEP + "}", LONG)) {
            requireRefused(checkpoint, weights.bytes(text), "header " + shortened(text));
        }
    }

    private void requireRefused(MutableCheckpoint checkpoint, byte[] weights, String change) throws IOException {
        require(
                outcome(checkpoint.with(MutableCheckpoint.WEIGHTS, weights), change, FILE)
                        .isEmpty(),
                change + " isn't refused");
    }

    @ParameterizedTest
    @FieldSource("CHECKPOINTS")
    void indexWhenChangedFindsTheSameOrIsRefusedByName(MutableCheckpoint checkpoint) throws IOException {
        Optional<String> intact = outcome(checkpoint.files(), "nothing", NOTHING);
        WeightsFile weights = checkpoint.weights();
        Map<String, byte[]> files = new HashMap<>(checkpoint.files());
        files.remove(MutableCheckpoint.WEIGHTS);
        JsonObject map = new JsonObject();
        for (int shard = 0; shard < 2; shard++) {
            String name = "shard-%d.safetensors".formatted(shard);
            int rest = shard;
            files.put(
                    name,
                    weights.only(tensor -> weights.tensors().indexOf(tensor) % 2 == rest)
                            .bytes());
            weights.only(tensor -> weights.tensors().indexOf(tensor) % 2 == rest)
                    .tensors()
                    .forEach(tensor -> map.addProperty(tensor, name));
        }
        for (String shard : List.of("shard-0.safetensors", "shard-1.safetensors")) {
            Map<String, byte[]> fewer = with(files, map.toString());
            fewer.remove(shard);
            require(outcome(fewer, "no " + shard, TENSOR).isEmpty(), shard + " isn't missed");
        }
        for (String text : WEIGHT_MAPS) {
            require(
                    outcome(with(files, text), text, Pattern.compile("index.json of here.*weight_map"))
                            .isEmpty(),
                    text + " isn\'t refused");
        }
        for (String tensor : some(weights.tensors(), 7)) {
            for (String shard : SHARDS) {
                JsonObject changed = map.deepCopy();
                changed.addProperty(tensor, "<value>");
                String text = changed.toString().replace("\"<value>\"", shard);
                requireSame(intact, with(files, text), "%s in %s".formatted(tensor, shortened(shard)), TENSOR);
            }
            JsonObject forgotten = map.deepCopy();
            forgotten.remove(tensor);
            requireSame(intact, with(files, forgotten.toString()), "no " + tensor, TENSOR);
        }
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String weightMap) {
        Map<String, byte[]> changed = new HashMap<>(files);
        changed.put(
                "model.safetensors.index.json",
                "{\"weight_map\": %s}".formatted(weightMap).getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private void requireSame(Optional<String> intact, Map<String, byte[]> files, String change, Pattern named)
            throws IOException {
        Optional<String> outcome = outcome(files, change, named);
        require(outcome.isEmpty() || outcome.equals(intact), change + " makes another network");
    }

    /** Returns every so many. */
    private static List<String> some(List<String> tensors, int step) {
        return IntStream.range(0, tensors.size())
                .filter(i -> i % step == 0)
                .mapToObj(tensors::get)
                .toList();
    }

    /** Returns shapes that a tensor of some shape doesn't have, of as many elements or not. */
    private static Set<String> shapes(JsonArray shape) {
        Set<String> shapes = new LinkedHashSet<>(SHAPES);
        shapes.add("[1, " + shape.toString().substring(1));
        shapes.add(shape.toString().replace("]", ", 1]"));
        for (int i = 0; i < shape.size(); i++) {
            for (int j = 0; j < shape.size(); j++) {
                int length = shape.get(i).getAsInt();
                if (i != j && length % 2 == 0) {
                    JsonArray moved = shape.deepCopy();
                    moved.set(i, new JsonPrimitive(length / 2));
                    moved.set(j, new JsonPrimitive(shape.get(j).getAsInt() * 2));
                    shapes.add(moved.toString());
                }
                JsonArray swapped = shape.deepCopy();
                swapped.set(i, shape.get(j));
                swapped.set(j, shape.get(i));
                shapes.add(swapped.toString());
            }
        }
        return shapes;
    }

    private static List<String> offsets(JsonArray offsets) {
        long begin = offsets.get(0).getAsLong();
        long end = offsets.get(1).getAsLong();
        return List.of(
                "[%d, %d]".formatted(begin + 4, end + 4),
                "[%d, %d]".formatted(begin, end + 4),
                "[%d, %d]".formatted(begin + 4, end),
                "[%d, %d]".formatted(end, begin),
                "[%d, %d]".formatted(-begin - 1, end),
                "[%d]".formatted(begin),
                "[0, %d]".formatted(Long.MAX_VALUE),
                "[0, 1e9]",
                "[0.5, 4]",
                "\"x\"",
                "null");
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            faults.add(otherwise);
        }
    }

    /** Returns what a complaint about a field says: its file and name, or what it makes impossible elsewhere. */
    private static Pattern named(List<String> path) {
        String fields = String.join("|", path.subList(1, path.size()));
        boolean sized = fields.contains("size") && !path.contains("model_args");
        return Pattern.compile("safetensors of here: tensor |json of here.*(%s%s)"
                .formatted(fields, sized ? "|image processor|pictures of" : ""));
    }

    /** Tells whether the file says nothing with a value, so that defaults count that may not fit other fields. */
    private static boolean isMissing(String value, JsonElement intact) {
        return value.equals("null") || value.startsWith("{") && intact.isJsonObject();
    }

    private static boolean isNumeric(JsonElement value) {
        return value instanceof JsonPrimitive number && number.isNumber()
                || value instanceof JsonArray array && isNumeric(array.get(0));
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(200, value.length()));
    }

    /**
     * Returns what a checkpoint computes, or nothing if it is refused.
     *
     * @param named what the refusal must say
     */
    private Optional<String> outcome(Map<String, byte[]> files, String change, Pattern named) throws IOException {
        long before = memory.getCurrentThreadAllocatedBytes();
        try (Network network = Network.open(Checkpoint.open(new FilesInMemory(files)))) {
            Archive archive = network.archive(StorageType.FLOAT, new PlainLowering(Attention.FLASH));
            StringBuilder content = new StringBuilder(archive.code());
            for (ArchiveTensor tensor : archive.state()) {
                content.append(' ').append(hash(tensor));
            }
            return Optional.of(content.toString());
        } catch (CheckpointException refusal) {
            String message = String.valueOf(refusal.getMessage());
            require(message.length() < LONGEST_MESSAGE, change + " makes a long message");
            require(named.matcher(message).find(), "%s is refused as %s".formatted(change, shortened(message)));
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AssertionError(change, e);
        } finally {
            long allocated = memory.getCurrentThreadAllocatedBytes() - before;
            require(allocated < MAX_ALLOCATED, "%s takes %d bytes".formatted(change, allocated));
        }
    }

    private long hash(ArchiveTensor tensor) throws IOException {
        long[] bytesAndHash = {0, 0};
        tensor.values().read((elements, count) -> {
            bytesAndHash[0] += (long) count * Float.BYTES;
            for (int i = 0; i < count; i++) {
                bytesAndHash[1] = 31 * bytesAndHash[1] + Float.floatToIntBits(elements[i]);
            }
        });
        assertThat(bytesAndHash[0]).as(tensor.name()).isEqualTo(tensor.bytes());
        return bytesAndHash[1];
    }
}
