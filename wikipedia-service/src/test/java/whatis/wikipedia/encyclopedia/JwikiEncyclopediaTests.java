package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JwikiEncyclopediaTests extends EncyclopediaContract {

    @Override
    Encyclopedia encyclopedia(WikipediaSettings settings) {
        return new JwikiEncyclopedia(settings, "whatis/1 (me@example.org)", clock);
    }

    @Test
    void findWhenAskedForTheFirstTimeExpectOneRequestOfAll() {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        encyclopedia().find(new Lookup("en", "steel & wood", Extent.OPENING));
        assertThat(wikipedia.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /w/api.php?")
                        .contains("gsrsearch=steel%20%26%20wood", "gsrnamespace=0", "gsrlimit=1", "exchars=1100")
                        .contains("redirects=1", "explaintext=1", "formatversion=2")
                        .contains("User-Agent: whatis/1 (me@example.org)\r\n"));
    }

    @Test
    void findWhenWholeTextIsWantedExpectNoLimitInTheRequest() {
        wikipedia.answer(StandInWikipedia.page("Hammer", "A tool."));
        encyclopedia().find(new Lookup("en", "hammer", Extent.WHOLE));
        assertThat(wikipedia.requests())
                .singleElement()
                .satisfies(request -> assertThat(request).doesNotContain("exchars"));
    }
}
