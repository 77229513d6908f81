package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.checkpoint.Checkpoint;
import whatis.classification.checkpoint.CheckpointFiles;
import whatis.classification.network.Network;
import whatis.classification.network.TinyCheckpoint;

class TunerTests {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        TinyCheckpoint.of("vit").write(folder);
    }

    @Test
    void arrangementsWhenTwoThreadsAreThereAreAllTimedTheRulesFirst() throws IOException {
        List<Integer> progress = new ArrayList<>();
        List<Timings> timings = timings(Precision.FP32, "2x2x3", progress);
        assertThat(timings)
                .map(own -> own.arrangement().toString())
                .containsExactlyInAnyOrder("flash", "flash+plain", "products", "products+plain")
                .startsWith(byRule(Precision.FP32));
        assertThat(progress).containsExactly(0, 0, 1, 2);
        assertThat(timings).allSatisfy(own -> {
            assertThat(own.alone()).hasSize(ROUNDS).allMatch(seconds -> seconds > 0);
            assertThat(own.together()).hasSize(ROUNDS).allMatch(seconds -> seconds > 0);
        });
    }

    @Test
    void plainOperatorsWhenThereIsOneThreadAreNoChoice() throws IOException {
        assertThat(timings(Precision.BF16, "2x1x4", new ArrayList<>()))
                .map(own -> own.arrangement().toString())
                .containsExactlyInAnyOrder("flash", "products");
    }

    @Test
    void plainOperatorsWhenLayersAreInInt8AreNoChoice() throws IOException {
        Int8Cpu.assumeHere();
        assertThat(timings(Precision.INT8_SYNTHETIC, "1x2x2", new ArrayList<>()))
                .map(own -> own.arrangement().toString())
                .containsExactlyInAnyOrder("flash", "products")
                .startsWith(byRule(Precision.INT8_SYNTHETIC));
    }

    private List<Timings> timings(Precision precision, String concurrency, List<Integer> progress) throws IOException {
        try (Network network = open();
                Tuner tuner = Tuner.load(network, precision, Concurrency.of(concurrency))) {
            return tuner.measure(ROUNDS, progress::add);
        }
    }

    private String byRule(Precision precision) throws IOException {
        try (Network network = open();
                InferenceEngine engine =
                        InferenceEngine.load(network, precision, Optional.empty(), Concurrency.of("1x1x1"))) {
            return engine.arrangement().toString();
        }
    }

    private Network open() throws IOException {
        return Network.open(Checkpoint.open(CheckpointFiles.inFolder(folder)));
    }
}
