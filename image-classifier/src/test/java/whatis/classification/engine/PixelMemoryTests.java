package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelMemoryTests {

    private static final long GIBIBYTE = 1 << 30;
    private static final int CHANNELS = 3;

    @ParameterizedTest
    @CsvSource({
        "224, 2, 4, 4",
        "384, 64, 4, 2",
        "4096, 2, 4, 1",
        "4096, 1, 256, 1",
    })
    void microBatchWhenItsPixelsWouldTakeTooMuchIsSmaller(int side, int dispatchers, int wanted, int batch) {
        PixelMemory memory = new PixelMemory(GIBIBYTE, bytes(side));
        assertThat(memory.batch(wanted, dispatchers)).isEqualTo(batch);
        assertThat((long) (batch - 1) * bytes(side) * dispatchers).isLessThanOrEqualTo(GIBIBYTE / 4);
    }

    /** 256 images of 4096 x 4096 pixels are 48 GiB, which an {@code int} takes for nothing. */
    @ParameterizedTest
    @CsvSource({"256, 10", "4, 4"})
    void microBatchWhenThereIsMuchMemoryStillFitsOneBuffer(int wanted, int batch) {
        PixelMemory memory = new PixelMemory(1024 * GIBIBYTE, bytes(4096));
        assertThat(memory.batch(wanted, 1)).isEqualTo(batch);
        assertThat((long) batch * bytes(4096)).isLessThanOrEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"224, 256", "4096, 2"})
    void imagesThatWaitWhenTheyAreLargeAreFewer(int side, int waiting) {
        assertThat(new PixelMemory(GIBIBYTE, bytes(side)).waiting(256)).isEqualTo(waiting);
    }

    private static int bytes(int side) {
        return CHANNELS * side * side * Float.BYTES;
    }
}
