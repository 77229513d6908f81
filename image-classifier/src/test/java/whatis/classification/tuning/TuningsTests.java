package whatis.classification.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.Precision;
import whatis.classification.engine.Processor;

class TuningsTests {

    private static final Arrangement FLASH = Arrangement.parse("flash+plain");
    private static final Processor HERE = new Processor("AMD \"EPYC\" (avx512_bf16)", 2);
    private static final TuningKey KEY = key("a", "2.7.1", Precision.BF16, HERE);

    @TempDir
    Path folder;

    private Tunings tunings;

    @BeforeEach
    void prepare() {
        tunings = new Tunings(folder.resolve("tunings"));
    }

    @Test
    void choiceWhenKeptIsFound() {
        tunings.save(KEY, Arrangement.parse("products"));
        tunings.save(KEY, FLASH);
        assertThat(tunings.isEmpty()).isFalse();
        assertThat(tunings.find(KEY)).contains(FLASH);
    }

    @Test
    void folderWhenAChoiceWasKeptHasOneFile() throws IOException {
        Path file = tunings.save(KEY, FLASH);
        try (Stream<Path> files = Files.list(tunings.folder())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void choiceWhenNoneIsKeptIsNone() {
        assertThat(tunings.isEmpty()).isTrue();
        assertThat(tunings.find(KEY)).isEmpty();
    }

    @Test
    void choiceWhenOfAnotherNetworkLibtorchOrPrecisionIsNone() {
        tunings.save(KEY, FLASH);
        assertThat(tunings.find(key("b", "2.7.1", Precision.BF16, HERE))).isEmpty();
        assertThat(tunings.find(key("a", "2.8.0", Precision.BF16, HERE))).isEmpty();
        assertThat(tunings.find(key("a", "2.7.1", Precision.FP32, HERE))).isEmpty();
    }

    @Test
    void choiceWhenMeasuredOnAnotherMachineIsNone() {
        tunings.save(KEY, FLASH);
        assertThat(tunings.find(key("a", "2.7.1", Precision.BF16, new Processor(HERE.name(), 4))))
                .isEmpty();
        assertThat(tunings.find(key("a", "2.7.1", Precision.BF16, new Processor("AMD \"EPYC\"", 2))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"format\": 1', '\"format\": 2'",
        "'\"cores\": 2', '\"cores\": \"two\"'",
        "flash+plain, fastest",
        "libtorch, torch",
        "bf16\", bf17\"",
        "'{', '['",
    })
    void fileWhenDamagedCountsForNothing(String whole, String damaged) throws IOException {
        Path file = tunings.save(KEY, FLASH);
        String text = Files.readString(file);
        assertThat(text).contains(whole);
        Files.writeString(file, text.replace(whole, damaged));
        assertThat(tunings.find(KEY)).isEmpty();
    }

    private static TuningKey key(String digit, String libtorch, Precision precision, Processor processor) {
        return new TuningKey(digit.repeat(64), libtorch, precision, processor);
    }
}
