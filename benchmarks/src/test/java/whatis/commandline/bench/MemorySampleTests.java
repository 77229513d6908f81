package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
class MemorySampleTests {

    @Test
    void sampleWhenHeapIsUsedExpectItCountedThere() throws IOException {
        byte[] used = new byte[50_000_000];
        Arrays.fill(used, (byte) 1);
        MemorySample sample = MemorySample.of(ProcessHandle.current().pid());
        assertThat(sample.heap()).isGreaterThanOrEqualTo(used.length);
        assertThat(sample.outsideHeap()).isGreaterThan(10_000_000);
        assertThat(sample.resident()).isEqualTo(sample.heap() + sample.outsideHeap());
    }

    @Test
    void sampleWhenThereIsNoProcessExpectFailure() {
        assertThatIOException().isThrownBy(() -> MemorySample.of(Integer.MAX_VALUE));
    }
}
