package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTests {

    @TempDir
    Path folder;

    @Test
    void tensorsWhenWrittenAreReadInTheOrderOfTheFile() throws IOException {
        Path file = folder.resolve("two.safetensors");
        new SafetensorsWriter("F32")
                .add("second name", new float[] {1, -2, 3, 4, 5, 6}, 2, 3)
                .add("first name", new float[] {7}, 1)
                .write(file);
        try (Safetensors tensors = open(file)) {
            assertThat(tensors.names()).containsExactly("second name", "first name");
            assertThat(tensors.shape("second name")).containsExactly(2, 3);
            assertThat(tensors.read("first name", 1)).containsExactly(7);
            assertThat(tensors.read("second name", 2, 3)).containsExactly(1, -2, 3, 4, 5, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"F32", "F16", "BF16"})
    void tensorWhenLargerThanTheBufferIsReadWhole(String dtype) throws IOException {
        float[] elements = new float[1_200_001];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i % 251 - 125;
        }
        Path file = folder.resolve("large.safetensors");
        new SafetensorsWriter(dtype)
                .add("before", new float[] {1}, 1)
                .add("large", elements, elements.length)
                .write(file);
        try (Safetensors tensors = open(file)) {
            assertThat(tensors.read("large", elements.length)).isEqualTo(elements);
        }
    }

    @Test
    void tensorWhenBeyondTwoGibibytesIsRead() throws IOException {
        long begin = 3L << 30;
        String header = """
                {"before": {"dtype": "I8", "shape": [%1$d], "data_offsets": [0, %1$d]},
                 "t": {"dtype": "F32", "shape": [1], "data_offsets": [%1$d, %2$d]}}""".formatted(begin, begin + 4);
        Path file = folder.resolve("sparse.safetensors");
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(start(header));
            channel.position(channel.position() + begin);
            channel.write(ByteBuffer.allocate(Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(0, 1.5f));
        }
        try (Safetensors tensors = open(file)) {
            assertThat(tensors.read("t", 1)).containsExactly(1.5f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "F16, 0x0000, 0x0p0",
        "F16, 0x8000, -0x0p0",
        "F16, 0x0001, 0x1p-24",
        "F16, 0x83ff, -0x1.ff8p-15",
        "F16, 0x0400, 0x1p-14",
        "F16, 0x3555, 0x1.554p-2",
        "F16, 0x7bff, 65504",
        "F16, 0xc000, -2",
        "BF16, 0x0000, 0x0p0",
        "BF16, 0x8001, -0x1p-133",
        "BF16, 0x0080, 0x1p-126",
        "BF16, 0x3f80, 1",
        "BF16, 0xff7f, -0x1.fep127"
    })
    void valueWhenSixteenBitsWideIsExact(String dtype, String bits, float value) throws IOException {
        Path file = sixteenBits(dtype, Integer.decode(bits));
        try (Safetensors tensors = open(file)) {
            assertThat(tensors.read("t", 1)).containsExactly(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "F16, 0x7c00, Infinity",
        "F16, 0xfc00, -Infinity",
        "F16, 0x7e01, NaN",
        "BF16, 0x7f80, Infinity",
        "BF16, 0x7fc0, NaN"
    })
    void valueWhenNotFiniteIsRefused(String dtype, String bits, String value) throws IOException {
        Path file = sixteenBits(dtype, Integer.decode(bits));
        try (Safetensors tensors = open(file)) {
            assertThatThrownBy(() -> tensors.read("t", 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("m: tensor t holds %s at element 0; download the file again", value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x1.000001p0, 0x1.000000p0",
        "0x1.000003p0, 0x1.000004p0",
        "-0x1.fffffe0fffffp127, -0x1.fffffep127",
        "1e-50, 0"
    })
    void valueWhenSixtyFourBitsWideIsRoundedToTheNearestEvenFloat(double stored, float value) throws IOException {
        try (Safetensors tensors = open(sixtyFourBits(stored))) {
            assertThat(tensors.read("t", 1)).containsExactly(value);
        }
    }

    @Test
    void valueWhenBeyondAFloatIsRefused() throws IOException {
        try (Safetensors tensors = open(sixtyFourBits(1e39))) {
            assertThatThrownBy(() -> tensors.read("t", 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("m: tensor t holds Infinity at element 0; download the file again");
        }
    }

    @Test
    void tensorWhenReadInPiecesHasAllOfItsElements() throws IOException {
        float[] elements = new float[300_001];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i;
        }
        Path file = folder.resolve("large.safetensors");
        new SafetensorsWriter("F32")
                .add("before", new float[] {1}, 1)
                .add("large", elements, 1, elements.length)
                .write(file);
        try (Safetensors tensors = open(file)) {
            List<float[]> pieces = new ArrayList<>();
            tensors.tensor("large", 1, elements.length).read((piece, count) -> pieces.add(Arrays.copyOf(piece, count)));
            FloatBuffer joined = FloatBuffer.allocate(elements.length);
            pieces.forEach(joined::put);
            assertThat(pieces).hasSizeGreaterThan(2);
            assertThat(joined.array()).isEqualTo(elements);
        }
    }

    @Test
    void valueWhenNotFiniteIsNamedByItsPlaceInTheTensor() throws IOException {
        float[] elements = new float[200_000];
        elements[199_998] = Float.NaN;
        Path file = folder.resolve("nan.safetensors");
        new SafetensorsWriter("F32").add("t", elements, elements.length).write(file);
        try (Safetensors tensors = open(file)) {
            Tensor tensor = tensors.tensor("t", elements.length);
            assertThatThrownBy(() -> tensor.read((piece, count) -> {}))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("m: tensor t holds NaN at element 199998; download the file again");
            assertThatThrownBy(tensor::read)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("m: tensor t holds NaN at element 199998; download the file again");
        }
    }

    @Test
    void shapeWhenNotTheExpectedOneIsRefused() throws IOException {
        Path file = write("{'t': {'dtype': 'F32', 'shape': [2, 1], 'data_offsets': [0, 8]}}", 8);
        try (Safetensors tensors = open(file)) {
            assertThatThrownBy(() -> tensors.read("t", 1, 2))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("m: tensor t has shape [2, 1], but config.json asks for [1, 2]");
        }
    }

    @Test
    void tensorWhenMissingIsRefused() throws IOException {
        try (Safetensors tensors = open(write("{}", 0))) {
            assertThatThrownBy(() -> tensors.read("t", 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageStartingWith("m: tensor t is missing; ");
        }
    }

    @Test
    void typeWhenNotSupportedIsRefusedOnlyWhereItIsRead() throws IOException {
        Path file = write("""
                {'i': {'dtype': 'I64', 'shape': [1], 'data_offsets': [0, 8]},
                 't': {'dtype': 'F32', 'shape': [], 'data_offsets': [8, 12]}}""", 12);
        try (Safetensors tensors = open(file)) {
            assertThat(tensors.read("t")).containsExactly(0);
            assertThatThrownBy(() -> tensors.read("i", 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("m: tensor i has type I64; only F32, F16, BF16 and F64 are read, no quantized weights");
        }
    }

    @Test
    void fileWhenItEndsWithinItsLengthIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("short"), new byte[7]);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m has only 7 bytes; download it again");
    }

    @Test
    void fileWhenItEndsWithinItsHeaderIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("cut"), new byte[] {9, 0, 0, 0, 0, 0, 0, 0, '{'});
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m ends within its header; download it again");
    }

    @Test
    void headerWhenLongerThanAnyIsRefused() throws IOException {
        Path file = write("{'__metadata__': {'a': '%s'}}".formatted("-".repeat(16 << 20)), 0);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m has a header of 16777243 bytes, more than the 16777216 that are read");
    }

    @Test
    void headerWhenItHasMoreTensorsThanAnyIsRefused() throws IOException {
        String entries = IntStream.rangeClosed(0, 100_000)
                .mapToObj("'%d': {'dtype': 'I8', 'shape': [0], 'data_offsets': [0, 0]}"::formatted)
                .collect(Collectors.joining(", "));
        Path file = write("{%s}".formatted(entries), 0);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m: more than 100000 tensors, which no image classifier has");
    }

    @Test
    void fileWhenItIsAGitLfsPointerIsRefusedWithTheWayOut() throws IOException {
        Path file = Files.writeString(folder.resolve("pointer"), "version https://git-lfs.github.com/spec/v1\n");
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("git lfs pull");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "{,}", "{'__metadata__' = 1}", "{'__metadata__': {'a': 01}}"})
    void headerWhenNotAJsonObjectIsRefused(String header) throws IOException {
        Path file = write(header, 0);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m: the header is not a valid JSON object; download the file again");
    }

    @Test
    void headerWhenNotUtf8IsRefused() throws IOException {
        byte[] latin1 = "{\"\u00e9\": {}}".getBytes(StandardCharsets.ISO_8859_1);
        Path file = write(latin1, 0);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m: the header is not a valid JSON object; download the file again");
    }

    @Test
    void headerWhenPaddedIsRead() throws IOException {
        try (Safetensors tensors = open(write("{'__metadata__': {'format': 'pt'}}       ", 0))) {
            assertThat(tensors.names()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "{'dtype': 1, 'shape': [2], 'data_offsets': [0, 8]}",
                "{'dtype': 'F32', 'shape': 2, 'data_offsets': [0, 8]}",
                "{'dtype': 'I8', 'shape': [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1], 'data_offsets': [0, 8]}",
                "{'dtype': 'F32', 'shape': [-2], 'data_offsets': [0, 8]}",
                "{'dtype': 'F32', 'shape': ['2'], 'data_offsets': [0, 8]}",
                "{'dtype': 'F32', 'shape': [2.0], 'data_offsets': [0, 8]}",
                "{'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 99999999999999999999]}",
                "{'dtype': 'F32', 'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}"
            })
    void entryWhenUnreadableIsRefused(String entry) throws IOException {
        Path file = write("{'t': %s}".formatted(entry), 8);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m: tensor t has an unreadable entry in the header; download the file again");
    }

    @Test
    void entryWhenItHasAFieldOfALaterFormatIsRead() throws IOException {
        Path file = write("{'t': {'dtype': 'F32', 'more': {'a': [1]}, 'shape': [2], 'data_offsets': [0, 8]}}", 8);
        try (Safetensors tensors = open(file)) {
            assertThat(tensors.read("t", 2)).containsExactly(0, 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'t': {}                                                        | t lacks its dtype, its shape or its two data_offsets in the header",
                "'t': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0]}       | t lacks its dtype, its shape or its two data_offsets in the header",
                "'t': {'dtype': 'F32', 'shape': [3], 'data_offsets': [0, 8]}    | t lies at bytes 0 to 8, but as F32 of shape [3] has 12 bytes",
                "'t': {'dtype': 'F16', 'shape': [2,1], 'data_offsets': [0, 8]}  | t lies at bytes 0 to 8, but as F16 of shape [2, 1] has 4 bytes",
                "'t': {'dtype': 'F32', 'shape': [4294967296, 4294967296], 'data_offsets': [0, 8]} | t has the impossible shape [4294967296, 4294967296]",
                "'t': {'dtype': 'F32', 'shape': [3], 'data_offsets': [0, 12]}   | t ends at byte 12 of 8",
                "'t': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]}    | t comes after a hole of 4 bytes",
                "'t': {'dtype': 'I64', 'shape': [1], 'data_offsets': [8, 0]}    | t ends before it begins",
                "'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}, 't': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]} | t overlaps the tensor before it",
                "'t': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]}, 't': {'dtype': 'F32', 'shape': [1], 'data_offsets': [4, 8]} | t stands in the header twice"
            })
    void layoutWhenDamagedIsRefused(String entries, String complaint) throws IOException {
        Path file = write("{%s}".formatted(entries), 8);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m: tensor %s; download the file again", complaint);
    }

    @Test
    void fileWhenLongerThanItsTensorsIsRefused() throws IOException {
        Path file = write("{'t': {'dtype': 'F32', 'shape': [1], 'data_offsets': [0, 4]}}", 8);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("m: 4 bytes follow the last tensor; download the file again");
    }

    @Test
    void channelWhenTheFileIsRefusedIsClosed() throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(write("[]", 0));
        assertThatThrownBy(() -> Safetensors.open("m", channel)).isInstanceOf(CheckpointException.class);
        assertThat(channel.isOpen()).isFalse();
    }

    /** Returns what stands before a file's data. */
    static ByteBuffer start(String header) {
        return ByteBuffer.allocate(Long.BYTES + header.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.UTF_8))
                .flip();
    }

    private static Safetensors open(Path file) throws IOException {
        return Safetensors.open("m", Files.newByteChannel(file));
    }

    private Path sixteenBits(String dtype, int bits) throws IOException {
        Path file = write("{'t': {'dtype': '%s', 'shape': [1], 'data_offsets': [0, 2]}}".formatted(dtype), 0);
        Files.write(file, new byte[] {(byte) bits, (byte) (bits >>> 8)}, StandardOpenOption.APPEND);
        return file;
    }

    private Path sixtyFourBits(double value) throws IOException {
        Path file = write("{'t': {'dtype': 'F64', 'shape': [1], 'data_offsets': [0, 8]}}", 0);
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(file, bytes.putDouble(value).array(), StandardOpenOption.APPEND);
    }

    /** Writes a header, with single quotes for double ones, and so many zeros. */
    private Path write(String header, int dataLength) throws IOException {
        return write(header.replace('\'', '"').getBytes(StandardCharsets.UTF_8), dataLength);
    }

    private Path write(byte[] header, int dataLength) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + header.length + dataLength)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header);
        return Files.write(folder.resolve("model.safetensors"), bytes.array());
    }
}
