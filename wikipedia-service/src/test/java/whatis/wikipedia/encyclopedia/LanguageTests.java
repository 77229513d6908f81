package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({
        "en, en,",
        "zh, zh, zh-hans",
        "zh-hant, zh, zh-hant",
        "zh-tw, zh, zh-tw",
        "sr, sr, sr-ec",
        "sr-el, sr, sr-el"
    })
    void ofWhenCodeIsKnownExpectEditionAndVariant(String code, String edition, String variant) {
        assertThat(Language.of(code)).contains(new Language(edition, variant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "e", "EN", "en.evil.example/", "en\n", "english", "xx", "zh-xx", "ZH-TW", "en-gb", "sr-tw"})
    void ofWhenCodeIsNoneExpectNothing(String code) {
        assertThat(Language.of(code)).isEmpty();
    }

    @Test
    void codesWhenTakenExpectEachKnown() {
        assertThat(Language.codes())
                .contains("en", "zh", "zh-tw", "sr-el")
                .allSatisfy(code -> assertThat(Language.of(code)).isPresent());
    }
}
