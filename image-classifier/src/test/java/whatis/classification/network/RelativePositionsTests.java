package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatis.classification.checkpoint.Tensor;

class RelativePositionsTests {

    /** Entries of a table for 2 x 2 patches: nine ways from patch to patch, then three for the class token. */
    private static final Tensor TABLE = () -> new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

    @Test
    void biasWhenPicturesHaveTheTrainedSizeHasTheEntryOfEachWay() {
        RelativePositions positions = new RelativePositions(2, 2, 2, 1);
        assertThat(positions.entries()).isEqualTo(12);
        assertThat(positions.tokens()).isEqualTo(5);
        assertThat(positions.bias(TABLE).read())
                .containsExactly(
                        11, 9, 9, 9, 9, //
                        10, 4, 3, 1, 0, //
                        10, 5, 4, 2, 1, //
                        10, 7, 6, 4, 3, //
                        10, 8, 7, 5, 4);
    }

    @Test
    void biasWhenThereAreHeadsHasAMapForEach() {
        Tensor table = () -> {
            float[] values = new float[24];
            IntStream.range(0, 24).forEach(i -> values[i] = i);
            return values;
        };
        float[] bias = new RelativePositions(2, 2, 2, 2).bias(table).read();
        assertThat(bias).hasSize(50);
        assertThat(bias[6]).as("first patch to itself, first head").isEqualTo(8);
        assertThat(bias[25 + 6]).as("the same, second head").isEqualTo(9);
    }

    @Test
    void biasWhenPicturesHaveAnotherSizeIsInterpolated() {
        RelativePositions positions = new RelativePositions(2, 1, 2, 1);
        assertThat(positions.tokens()).isEqualTo(3);
        assertThat(positions.bias(TABLE).read())
                .containsExactly(
                        11, 9, 9, //
                        10, 4, 3, //
                        10, 5, 4);
    }
}
