package whatis.image.webp.lossless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistancesTests {

    /** Some lines of the table of RFC 9649. */
    @Test
    void nearFollowsTheStandard() {
        int[] near = Distances.near(1000);
        assertThat(near).hasSize(Distances.NEAR);
        assertThat(near).startsWith(1000, 1, 1001, 999, 2000, 2, 2001, 1999, 1002, 998, 2002, 1998);
        assertThat(near).containsSequence(5000, 4003, 3997, 3004, 2996, 5, 5001, 4999, 1005, 995);
        assertThat(near).endsWith(7006, 6994, 6007, 5993, 5008, 7007, 6993, 6008, 7008);
    }

    @Test
    void nearWhenPixelLiesBehindMeansThePreviousOne() {
        assertThat(Distances.near(1)).startsWith(1, 1, 2, 1);
        assertThat(Arrays.stream(Distances.near(1)).min()).hasValue(1);
    }
}
