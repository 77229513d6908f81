package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "EN", "en.evil.example/", "en\n", "english"})
    void lookupWhenLanguageIsNoCodeExpectRefusal(String language) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lookup(language, "hammer", Extent.OPENING));
    }

    @Test
    void lookupWhenTermIsBlankExpectRefusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lookup("en", " ", Extent.OPENING));
    }
}
