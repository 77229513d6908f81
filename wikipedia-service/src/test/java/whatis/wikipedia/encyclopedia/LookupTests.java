package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LookupTests {

    @Test
    void lookupWhenTermHasNoWordsExpectRefusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> EncyclopediaContract.lookup("en", " * ", Extent.OPENING));
    }
}
