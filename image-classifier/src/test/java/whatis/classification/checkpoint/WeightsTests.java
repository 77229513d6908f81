package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"F64", "F32", "F16", "BF16"})
    void weightsWhenInOneFileAreReadByName(String dtype) throws IOException {
        new SafetensorsWriter(dtype).add("t", new float[] {1, -2.5f}, 1, 2).write(folder.resolve("model.safetensors"));
        try (Weights weights = open("{}")) {
            assertThat(weights.names()).containsExactly("t");
            assertThat(weights.has("t")).isTrue();
            assertThat(weights.has("u")).isFalse();
            assertThat(weights.shape("t")).containsExactly(1, 2);
            assertThat(weights.tensor("t", 1, 2).read()).containsExactly(1, -2.5f);
        }
    }

    @Test
    void weightsWhenInSeveralFilesAreReadByName() throws IOException {
        new ShardedCheckpoint(folder)
                .add("model-00001-of-00002.safetensors", "a", 1, 2)
                .add("model-00002-of-00002.safetensors", "b", 3)
                .writeIndex();
        try (Weights weights = open("{}")) {
            assertThat(weights.names()).containsExactlyInAnyOrder("a", "b");
            assertThat(weights.has("c")).isFalse();
            assertThat(weights.shape("a")).containsExactly(2);
            assertThat(weights.tensor("b", 1).read()).containsExactly(3);
            assertThat(weights.tensor("a", 2).read()).containsExactly(1, 2);
        }
    }

    @Test
    void weightsWhenInOneFileAndInSeveralComeFromTheOne() throws IOException {
        new ShardedCheckpoint(folder).add("shard.safetensors", "a", 1).writeIndex();
        new SafetensorsWriter("F32").add("a", new float[] {2}, 1).write(folder.resolve("model.safetensors"));
        try (Weights weights = open("{}")) {
            assertThat(weights.tensor("a", 1).read()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "fp32/weights.safetensors"})
    void weightsWhenTheConfigurationNamesTheirFileComeFromThere(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        new SafetensorsWriter("F32").add("a", new float[] {1}, 1).write(folder.resolve(name));
        new SafetensorsWriter("F32").add("a", new float[] {2}, 1).write(folder.resolve("model.safetensors"));
        try (Weights weights = open("{'transformers_weights': '%s'}".formatted(name))) {
            assertThat(weights.tensor("a", 1).read()).containsExactly(1);
        }
    }

    @Test
    void weightsWhenTheConfigurationNamesTheirIndexComeFromItsFiles() throws IOException {
        new ShardedCheckpoint(folder).add("shard.safetensors", "a", 1).writeIndex();
        Files.move(folder.resolve(ShardedCheckpoint.INDEX), folder.resolve("weights.safetensors.index.json"));
        try (Weights weights = open("{'transformers_weights': 'weights.safetensors.index.json'}")) {
            assertThat(weights.tensor("a", 1).read()).containsExactly(1);
        }
    }

    @Test
    void tensorWhenTheIndexForgotItIsThere() throws IOException {
        new SafetensorsWriter("F32")
                .add("a", new float[] {1}, 1)
                .add("b", new float[] {2}, 1)
                .write(folder.resolve("shard.safetensors"));
        new ShardedCheckpoint(folder).name("a", "shard.safetensors").writeIndex();
        try (Weights weights = open("{}")) {
            assertThat(weights.tensor("b", 1).read()).containsExactly(2);
        }
    }

    @Test
    void tensorWhenMissingOrOfAnotherShapeIsRefusedBeforeItIsRead() throws IOException {
        new ShardedCheckpoint(folder).add("shard.safetensors", "a", 1).writeIndex();
        try (Weights weights = open("{}")) {
            assertThatThrownBy(() -> weights.tensor("b", 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("model.safetensors.index.json of m: tensor b is missing;"
                            + " a file is incomplete or belongs to another config.json");
            assertThatThrownBy(() -> weights.tensor("a", 1, 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("shard.safetensors of m: tensor a has shape [1], but config.json asks for [1, 1]");
        }
    }

    @Test
    void shardWhenMissingIsNamed() throws IOException {
        new ShardedCheckpoint(folder)
                .add("shard-1.safetensors", "a", 1)
                .name("b", "shard-2.safetensors")
                .writeIndex();
        assertThatThrownBy(() -> open("{}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("model.safetensors.index.json of m: shard-2.safetensors of m is missing; download it, too");
    }

    @Test
    void tensorWhenNotInTheFileThatTheIndexNamesIsRefused() throws IOException {
        new SafetensorsWriter("F32")
                .add("a", new float[] {1}, 1)
                .add("b", new float[] {2}, 1)
                .write(folder.resolve("shard-1.safetensors"));
        new ShardedCheckpoint(folder)
                .name("b", "shard-1.safetensors")
                .add("shard-2.safetensors", "c", 3)
                .name("a", "shard-2.safetensors")
                .writeIndex();
        assertThatThrownBy(() -> open("{}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("model.safetensors.index.json of m: tensor a should be in shard-2.safetensors of m,"
                        + " but is in shard-1.safetensors of m; download the files again");
    }

    @Test
    void tensorWhenInNoFileButInTheIndexIsRefused() throws IOException {
        new ShardedCheckpoint(folder)
                .add("shard.safetensors", "a", 1)
                .name("b", "shard.safetensors")
                .writeIndex();
        assertThatThrownBy(() -> open("{}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("model.safetensors.index.json of m: tensor b is missing;");
    }

    @Test
    void tensorWhenInTwoFilesIsRefused() throws IOException {
        new ShardedCheckpoint(folder)
                .add("shard-1.safetensors", "a", 1)
                .add("shard-2.safetensors", "a", 2)
                .name("b", "shard-1.safetensors")
                .writeIndex();
        assertThatThrownBy(() -> open("{}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("shard-2.safetensors of m: tensor a lies in shard-1.safetensors of m, too;"
                        + " download the files again");
    }

    @Test
    void filesWhenOneOfThemIsRefusedAreAllClosed() throws IOException {
        new ShardedCheckpoint(folder)
                .add("shard-1.safetensors", "a", 1)
                .name("b", "shard-2.safetensors")
                .writeIndex();
        Files.writeString(folder.resolve("shard-2.safetensors"), "cut");
        List<SeekableByteChannel> opened = new ArrayList<>();
        CheckpointFiles files = new CheckpointFiles() {
            @Override
            public SeekableByteChannel open(String name) throws IOException {
                SeekableByteChannel channel = CheckpointFiles.inFolder(folder).open(name);
                opened.add(channel);
                return channel;
            }

            @Override
            public String origin() {
                return "m";
            }
        };
        assertThatThrownBy(() -> Weights.open(files, Json.parse("config.json", "{}")))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("shard-2.safetensors of m has only 3 bytes; download it again");
        assertThat(opened).hasSize(3).noneMatch(SeekableByteChannel::isOpen);
    }

    @Test
    void weightsWhenClosedCloseEveryFile() throws IOException {
        new ShardedCheckpoint(folder)
                .add("shard-1.safetensors", "a", 1)
                .add("shard-2.safetensors", "b", 2)
                .writeIndex();
        Weights weights = open("{}");
        weights.close();
        for (String name : List.of("a", "b")) {
            assertThatThrownBy(weights.tensor(name, 1)::read)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("of m can't be read: ClosedChannelException");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'../weights.safetensors'    | transformers_weights is \"../weights.safetensors\", not a file of the checkpoint",
                "'/tmp/weights.safetensors'  | transformers_weights is \"/tmp/weights.safetensors\", not a file of the checkpoint",
                "''                          | transformers_weights is \"\", not a file of the checkpoint",
                "'adapter_model.bin'         | transformers_weights is \"adapter_model.bin\", but only files in the safetensors format are read",
                "'w.safetensors'             | transformers_weights names w.safetensors, which is missing; add that file, or remove the field",
                "'w.safetensors.index.json'  | transformers_weights names w.safetensors.index.json, which is missing; add that file, or remove the field",
                "7                           | transformers_weights is 7, not a string"
            })
    void fileWhenTheConfigurationNamesNoneOfTheCheckpointIsRefused(String value, String complaint) {
        assertThatThrownBy(() -> open("{'transformers_weights': %s}".formatted(value)))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("config.json: " + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'quant_method': 'bitsandbytes', 'load_in_8bit': true} | quantization_config is there (quant_method \"bitsandbytes\"); quantized weights aren't run",
                "{}                                                     | quantization_config is there; quantized weights aren't run"
            })
    void weightsWhenQuantizedAreRefused(String value, String complaint) throws IOException {
        new SafetensorsWriter("F32").write(folder.resolve("model.safetensors"));
        assertThatThrownBy(() -> open("{'quantization_config': %s}".formatted(value)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json: " + complaint);
    }

    @Test
    void weightsWhenNotQuantizedAndSaidSoAreRead() throws IOException {
        new SafetensorsWriter("F32").write(folder.resolve("model.safetensors"));
        try (Weights weights = open("{'quantization_config': null}")) {
            assertThat(weights.names()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pytorch_model.bin, refs/pr/N",
        "pytorch_model.bin.index.json, refs/pr/N",
        "tf_model.h5, from_tf",
        "flax_model.msgpack, from_flax",
        "model.onnx, ONNX",
        "onnx/model.onnx, ONNX",
        "adapter_model.safetensors, merge_and_unload",
        "model.fp16.safetensors, transformers_weights"
    })
    void weightsWhenOnlyInAFormThatIsNotReadAreRefusedWithTheWayOut(String file, String advice) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "?");
        assertThatThrownBy(() -> open("{}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("model.safetensors of m is missing, and %s, which is there, is ", file)
                .hasMessageContaining(advice);
    }

    @Test
    void weightsWhenThereAreNoneAreRefused() {
        assertThatThrownBy(() -> open("{}"))
                .isInstanceOf(CheckpointException.class)
                .hasMessage("model.safetensors of m is missing, and so is model.safetensors.index.json;"
                        + " save the model in the safetensors format");
    }

    @Test
    void tensorWhenLargerThanTheHeapIsReadInPieces() throws IOException {
        long elements = 3L << 30;
        String header = "{\"t\": {\"dtype\": \"F32\", \"shape\": [%d], \"data_offsets\": [0, %d]}}"
                .formatted(elements, elements * Float.BYTES);
        Path file = folder.resolve("model.safetensors");
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(SafetensorsTests.start(header));
            channel.position(channel.position() + elements * Float.BYTES - 1);
            channel.write(ByteBuffer.allocate(1));
        }
        try (Weights weights = open("{}")) {
            Tensor tensor = weights.tensor("t", elements);
            assertThatThrownBy(tensor::read)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage("model.safetensors of m: tensor t has too many elements: " + elements);
            long[] firstPiece = new long[1];
            assertThatThrownBy(() -> tensor.read((piece, count) -> {
                        firstPiece[0] = count;
                        throw new IOException("enough");
                    }))
                    .hasMessage("enough");
            assertThat(firstPiece[0]).isBetween(1L, 1L << 20);
        }
    }

    private Weights open(String config) throws IOException {
        return Weights.open(CheckpointFiles.inFolder(folder, "m"), Json.parse("config.json", config));
    }
}
