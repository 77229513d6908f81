package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTests {

    @Test
    void percentilesWhenThereAreAHundredAreTheRanks() {
        long[] nanoseconds =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();

        assertThat(Latency.of(nanoseconds)).contains(new Latency(50, 90, 99, 100));
    }

    @Test
    void percentilesWhenThereIsOneAreThatOne() {
        assertThat(Latency.of(new long[] {1_234_567})).contains(new Latency(1.23, 1.23, 1.23, 1.23));
    }

    @Test
    void percentilesWhenThereAreNoneAreEmpty() {
        assertThat(Latency.of(new long[0])).isEmpty();
    }
}
