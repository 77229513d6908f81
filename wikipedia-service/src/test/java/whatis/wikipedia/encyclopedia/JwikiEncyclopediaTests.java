package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import whatis.wikipedia.encyclopedia.EncyclopediaException.Failure;

class JwikiEncyclopediaTests extends EncyclopediaContract {

    @Override
    Encyclopedia encyclopedia(WikipediaSettings settings) {
        return new JwikiEncyclopedia(settings, "whatis/1 (me@example.org)", clock);
    }

    @Test
    void findWhenAskedForTheFirstTimeExpectOneRequestOfAll() {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        encyclopedia().find(lookup("en", "steel & wood", Extent.OPENING));
        assertThat(wikipedia.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /w/api.php?")
                        .contains("gsrsearch=steel%20%26%20wood", "gsrnamespace=0", "gsrlimit=1", "exchars=1200")
                        .contains("redirects=1", "explaintext=1", "formatversion=2")
                        .contains("User-Agent: whatis/1 (me@example.org)\r\n")
                        .doesNotContain("variant"));
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-hans", "zh-tw, zh-tw", "sr, sr-ec", "sr-el, sr-el"})
    void findWhenLanguageHasVariantsExpectOneInTheRequest(String language, String variant) {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        encyclopedia().find(lookup(language, "hammer", Extent.OPENING));
        assertThat(wikipedia.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .containsPattern("[?&]variant=" + variant + "[& ]")
                        .contains("inprop=url%7Cvarianttitles"));
    }

    @Test
    void findWhenWholeTextIsWantedExpectNoLimitInTheRequest() {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        encyclopedia().find(lookup("en", "hammer", Extent.WHOLE));
        assertThat(wikipedia.requests())
                .singleElement()
                .satisfies(request -> assertThat(request).doesNotContain("exchars"));
    }

    @Test
    void findWhenAddressNamesAUserExpectBasicAuthentication() {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        asked(wikipedia.url().replace("://", "://me:secret@")).find(HAMMER);
        assertThat(wikipedia.requests())
                .singleElement()
                .satisfies(request -> assertThat(request).contains("Authorization: Basic bWU6c2VjcmV0\r\n"));
    }

    @Test
    void findWhenNameIsUnknownExpectUnavailable() {
        assertFailure("http://nowhere.invalid/w/api.php", Failure.UNAVAILABLE);
    }

    @Test
    void findWhenCertificateIsNotTrustedExpectError(@TempDir Path folder) {
        try (StandInWikipedia impostor = new StandInWikipedia(SelfSigned.sockets(folder))) {
            impostor.answer(StandInWikipedia.page("Hammer", "A lie."));
            assertFailure(impostor.url().replace("http:", "https:"), Failure.ERROR);
            assertThat(impostor.requests()).isEmpty();
        }
    }

    private void assertFailure(String url, Failure failure) {
        Encyclopedia encyclopedia = asked(url);
        assertThat(catchThrowableOfType(EncyclopediaException.class, () -> encyclopedia.find(HAMMER))
                        .failure())
                .isEqualTo(failure);
    }

    private Encyclopedia asked(String url) {
        return encyclopedia(
                new WikipediaSettings(url, "", Duration.ofSeconds(20), Duration.ZERO, 0, DataSize.ofMegabytes(1)));
    }
}
