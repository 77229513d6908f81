package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ExtentTests {

    @Test
    void ofWhenCharactersFitExpectTheSmallest() {
        assertThat(Extent.of(1)).isEqualTo(Extent.OPENING);
        assertThat(Extent.of(500)).isEqualTo(Extent.OPENING);
        assertThat(Extent.of(501)).isEqualTo(Extent.WHOLE);
        assertThat(Extent.of(10_000)).isEqualTo(Extent.WHOLE);
    }

    @Test
    void ofWhenCharactersFitNowhereExpectRefusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> Extent.of(10_001));
    }
}
