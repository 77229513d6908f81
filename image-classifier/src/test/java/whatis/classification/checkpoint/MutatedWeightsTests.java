package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Files of a checkpoint with a few bytes changed are read or refused by name; nothing else happens. */
class MutatedWeightsTests {

    private static final int MUTATIONS = 1_000;

    private static final List<String> FILES =
            List.of("config.json", ShardedCheckpoint.INDEX, "shard-1.safetensors", "shard-2.safetensors");

    private static final String CONFIG = """
            {"model_type": "vit", "id2label": {"0": "tench", "1": "hen", "2": 7}, "num_labels": 3,
            "problem_type": "multi_label_classification", "eps": NaN, "transformers_weights": null}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("FILES")
    void weightsWhenAFileIsMutatedAreReadOrRefused(String file) throws IOException {
        Files.writeString(folder.resolve("config.json"), CONFIG);
        new ShardedCheckpoint(folder)
                .add("shard-1.safetensors", "vit.layers.0.mlp.fc1.weight", 1, 2, 3)
                .add("shard-2.safetensors", "classifier.bias", 4)
                .writeIndex();
        Map<String, byte[]> contents = new HashMap<>();
        for (String name : FILES) {
            contents.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        byte[] intact = Files.readAllBytes(folder.resolve(file));
        Random random = new Random(file.hashCode());
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            contents.put(file, mutated(intact, random));
            try {
                read(new FilesInMemory(contents));
            } catch (CheckpointException e) {
                assertThat(e.getMessage()).containsPattern("(json|safetensors) of here\\b");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static void read(CheckpointFiles files) throws IOException {
        JsonFields config = JsonFiles.config(files);
        ClassificationHead.of(config);
        try (Weights weights = Weights.open(files, config).named(TransformersNames.of("vit"))) {
            weights.tensor("vit.encoder.layer.0.intermediate.dense.weight", 3).read();
            for (String name : weights.names()) {
                weights.tensor(name, weights.shape(name)).read((elements, count) -> {});
            }
        }
    }

    private static byte[] mutated(byte[] intact, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int place = random.nextInt(intact.length);
        bytes.write(intact, 0, place);
        switch (random.nextInt(4)) {
            case 0 -> bytes.write(random.nextInt(256));
            case 1 -> bytes.writeBytes(new byte[] {(byte) "0123456789\"{}[],:-eN".charAt(random.nextInt(20)), '9'});
            case 2 -> bytes.writeBytes(Arrays.copyOfRange(intact, random.nextInt(place + 1), place));
            default -> {
                return bytes.toByteArray();
            }
        }
        int rest = Math.min(intact.length, place + random.nextInt(3));
        bytes.write(intact, rest, intact.length - rest);
        return bytes.toByteArray();
    }
}
