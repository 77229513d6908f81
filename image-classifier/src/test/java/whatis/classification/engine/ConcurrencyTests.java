package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(new Concurrency(9, 8, 1).threads(0, running)).isEqualTo(threads);
    }

    @ParameterizedTest
    @CsvSource({
        "2x2x4, 2 1",
        "8x8x4, 8 4 2 1 1 1 1 1",
        "4x16x4, 16 8 4 4",
        "3x2x4, 2 1 1",
        "1x6x1, 6",
    })
    void threadsWhenADispatcherIsAloneAreHalfOfThoseOfTheOneBefore(String setting, String threads) {
        Concurrency concurrency = Concurrency.of(setting);
        assertThat(IntStream.range(0, concurrency.dispatchers())
                        .mapToObj(dispatcher -> Integer.toString(concurrency.threads(dispatcher, 1)))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(threads);
    }

    @Test
    void threadsWhenDispatchersAreTooManyForOneEachAreStillOne() {
        assertThat(new Concurrency(256, 256, 1).threads(255, 1)).isEqualTo(1);
    }

    @Test
    void threadsOfAllDispatchersGrowNoFasterThanTheCores() {
        for (int cores = 1; cores <= 256; cores++) {
            Concurrency concurrency = new Concurrency(cores, cores, 4);
            int all = IntStream.range(0, cores).map(concurrency::pool).sum();
            assertThat(all).isBetween(cores, 3 * cores);
        }
    }

    /** What a pool too small for its dispatcher's share costs. */
    @Test
    void coresWhenSomeDispatchersRunAreMostlyInUse() {
        for (int cores = 2; cores <= 64; cores++) {
            Concurrency concurrency = new Concurrency(cores, cores, 4);
            for (int running = 1; running <= cores; running++) {
                int count = running;
                int used = IntStream.range(0, running)
                        .map(dispatcher -> concurrency.threads(dispatcher, count))
                        .sum();
                assertThat(used).as("%d of %d cores", running, cores).isGreaterThanOrEqualTo(cores / 3);
            }
        }
    }

    @Test
    void batchWhenLimitedIsNoLarger() {
        Concurrency concurrency = new Concurrency(2, 2, 4);
        assertThat(concurrency.withBatchUpTo(3)).isEqualTo(new Concurrency(2, 2, 3));
        assertThat(concurrency.withBatchUpTo(5)).isEqualTo(concurrency);
    }
}
