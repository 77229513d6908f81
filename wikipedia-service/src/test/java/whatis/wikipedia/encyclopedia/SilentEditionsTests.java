package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilentEditionsTests {

    private final ManualClock clock = new ManualClock();
    private final SilentEditions editions = new SilentEditions(clock::currentTimeNanos);

    @Test
    void claimWhenEditionWasSilentOnceExpectNoPause() {
        editions.silent("de");
        assertThat(editions.claim("de")).isZero();
        assertThat(editions.claim("de")).isZero();
    }

    @Test
    void claimWhenEditionWasSilentTwiceExpectOneTryAfterASecond() {
        editions.silent("de");
        editions.silent("de");
        assertThat(editions.claim("de")).isEqualTo(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(1));
        assertThat(editions.remaining("de")).isZero();
        assertThat(editions.claim("de")).isZero();
        assertThat(editions.claim("de")).isEqualTo(Duration.ofSeconds(1));
        assertThat(editions.remaining("de")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void claimWhenEditionStaysSilentExpectPausesThatGrowToTwentySeconds() {
        editions.silent("de");
        for (int pause : new int[] {1, 2, 4, 8, 16, 20, 20}) {
            editions.silent("de");
            assertThat(editions.claim("de")).isEqualTo(Duration.ofSeconds(pause));
        }
    }

    @Test
    void claimWhenAnotherEditionIsSilentExpectNoPause() {
        editions.silent("de");
        editions.silent("de");
        assertThat(editions.claim("en")).isZero();
    }

    @Test
    void claimWhenEditionHasAnsweredExpectNoPause() {
        editions.silent("de");
        editions.silent("de");
        editions.answered("de");
        assertThat(editions.claim("de")).isZero();
    }
}
