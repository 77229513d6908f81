package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a closed engine, and a load that failed at one of its steps, leave behind. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class NativeMemoryTests {

    /** Far below what 200 leaked models take: each has 3 MB of weights. */
    private static final long NOISE_MB = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void memoryHoweverALoadEndsStaysLevel(NativeMemoryProcess.Outcome outcome)
            throws IOException, InterruptedException {
        long growth = NativeMemoryProcess.growth(outcome, folder);
        System.out.printf("%s: resident memory grows by %d MB%n", outcome, growth);
        assertThat(growth).isLessThan(NOISE_MB);
    }
}
