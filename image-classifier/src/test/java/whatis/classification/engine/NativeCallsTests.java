package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "exit codes of signals are those of Linux")
class NativeCallsTests {

    private static final String SIGTERM = "143";

    @Test
    void callWhenAProcessIsToldToEndIsFinishedAndNoOtherBegins() throws IOException, InterruptedException {
        assertThat(NativeCallsProcess.terminate())
                .containsExactly(NativeCallsProcess.BEGUN, NativeCallsProcess.ENDED, SIGTERM);
    }
}
