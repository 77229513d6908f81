package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrencyTests {

    @Test
    void settingWhenParsedIsWhatItPrints() {
        Concurrency concurrency = Concurrency.of("2x16x4");
        assertThat(concurrency).isEqualTo(new Concurrency(2, 16, 4)).hasToString("2x16x4");
    }

    @Test
    void settingWhenAutoGivesEachCoreADispatcherAndTheLoneImageAllCores() {
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(Concurrency.of("auto")).isEqualTo(new Concurrency(cores, cores, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2x2", "2x2x", "axbxc", "2x2x2x2", "-1x2x2", "1000x1x1"})
    void settingWhenMalformedIsRefused(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concurrency.of(setting))
                .withMessage("The concurrency \"" + setting
                        + "\" isn't auto or dispatchers x threads x batch, such as 2x2x4.");
    }

    @ParameterizedTest
    @CsvSource({"0x1x1, dispatchers, 0", "1x257x1, threads, 257", "1x1x0, batch, 0"})
    void settingWhenOutOfRangeIsRefused(String setting, String name, int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concurrency.of(setting))
                .withMessage("The concurrency's " + name + " must be 1 to 256, not " + value + ".");
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 4", "3, 2", "8, 1", "9, 1"})
    void threadsWhenSharedAreAtLeastOne(int running, int threads) {
        assertThat(new Concurrency(9, 8, 1).threadsOfOne(running)).isEqualTo(threads);
    }
}
