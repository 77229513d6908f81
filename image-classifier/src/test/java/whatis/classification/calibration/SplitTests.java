package whatis.classification.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTests {

    private static final List<Picture> PICTURES =
            IntStream.range(0, 9).mapToObj(i -> picture("n" + i, "d" + i)).toList();

    @Test
    void halvesWhenPicturesComeInAnotherOrderUnderOtherNamesAreTheSame() {
        Split split = Split.halves(PICTURES);
        List<Picture> shuffled = new ArrayList<>(PICTURES);
        Collections.reverse(shuffled);
        shuffled.replaceAll(picture -> picture("x" + picture.name(), picture.digest()));
        assertThat(split.calibrating()).hasSize(5).doesNotContainAnyElementsOf(split.judging());
        assertThat(split.judging()).hasSize(4);
        assertThat(Split.halves(shuffled).key()).isEqualTo(split.key());
    }

    @Test
    void pictureWhenThereTwiceCountsOnce() {
        Split split = Split.halves(List.of(picture("a", "d"), picture("b", "d"), picture("c", "e")));
        assertThat(split.calibrating()).extracting(Picture::name).containsExactly("a");
        assertThat(split.judging()).extracting(Picture::name).containsExactly("c");
    }

    @Test
    void pictureWhenInBothHalvesOnlyJudges() {
        Split split = Split.of(PICTURES.subList(0, 6), PICTURES.subList(5, 9));
        assertThat(split.calibrating()).hasSize(5);
        assertThat(split.judging()).hasSize(4);
    }

    @Test
    void keyWhenHalvesChangePlacesDiffers() {
        Split split = Split.halves(PICTURES);
        assertThat(new Split(split.judging(), split.calibrating()).key()).isNotEqualTo(split.key());
    }

    private static Picture picture(String name, String digest) {
        return new Picture(name, digest, ByteBuffer.allocate(0));
    }
}
