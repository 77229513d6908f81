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
    void settingWhenAutoIsForTheCoresOfThisProcess() {
        assertThat(Concurrency.of("auto"))
                .isEqualTo(Concurrency.forCores(Runtime.getRuntime().availableProcessors()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1x1x4", "2, 2x2x4", "8, 8x8x4", "15, 15x15x4", "16, 8x16x4", "20, 10x20x4", "64, 8x64x4"})
    void dispatchersWhenThereAreManyCoresHaveSeveralEach(int cores, String concurrency) {
        assertThat(Concurrency.forCores(cores)).hasToString(concurrency);
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
            Concurrency concurrency = Concurrency.forCores(cores);
            int all = IntStream.range(0, concurrency.dispatchers())
                    .map(concurrency::pool)
                    .sum();
            assertThat(all).isBetween(cores, 3 * cores);
        }
    }

    /** Compared with dispatchers that had all threads each. */
    @Test
    void threadsHoweverManyDispatchersRunAreMostOfThePossibleOnes() {
        for (int cores = 1; cores <= 64; cores++) {
            Concurrency concurrency = Concurrency.forCores(cores);
            for (int running = 1; running <= concurrency.dispatchers(); running++) {
                int count = running;
                int used = IntStream.range(0, running)
                        .map(dispatcher -> concurrency.threads(dispatcher, count))
                        .sum();
                int possible = running * (cores / running);
                assertThat((double) used / possible)
                        .as("%d micro-batches on %d cores", running, cores)
                        .isGreaterThan(0.7);
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
