package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "threads are counted in /proc")
class NativeThreadsTests {

    @TempDir
    Path folder;

    /** libgomp ends a process that may not start another thread; with 64 callers and the JVM's own, 256 have to do. */
    @ParameterizedTest
    @CsvSource({"64, 8x64x4, 152", "16, 16x16x4, 42", "16, 2x16x4, 24", "16, 4x1x4, 4"})
    void threadsWhenThereAreManyCoresAreThoseThatDispatchersMayUse(int cores, String setting, int most)
            throws IOException, InterruptedException {
        Concurrency concurrency = Concurrency.of(setting);
        assertThat(IntStream.range(0, concurrency.dispatchers())
                        .map(concurrency::pool)
                        .sum())
                .isEqualTo(most);
        NativeThreadsProcess.Count count = NativeThreadsProcess.run(folder, cores, concurrency);
        System.out.println(concurrency + ": " + count);
        assertThat(count.dispatchers()).isBetween(concurrency.dispatchers(), most);
        assertThat(count.all()).isLessThan(256);
    }
}
