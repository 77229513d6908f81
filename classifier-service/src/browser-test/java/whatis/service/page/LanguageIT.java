package whatis.service.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.service.problem.Problem;

/** The page speaks the browser's language, and says of what the service says that it is English. */
class LanguageIT extends BrowserTest {

    /** What only programs do wrong. */
    private static final List<String> OF_PROGRAMS = List.of(
            "empty-body",
            "missing-boundary",
            "bare-line-feeds",
            "unsupported-content-encoding",
            "missing-file",
            "several-files",
            "malformed-multipart",
            "invalid-parameter",
            "invalid-request",
            "not-found",
            "method-not-allowed",
            "not-acceptable",
            "unsupported-media-type");

    @Override
    NewContextOptions options() {
        return super.options().setLocale("es-MX");
    }

    @Test
    void pageWhenBrowserIsSpanishExpectSpanishAroundEnglish() {
        assertThat(page.locator("html")).hasAttribute("lang", "es-MX");
        assertThat(page.locator("h1")).hasText("¿Qué hay en esta imagen?");
        pick(TRAFFIC_LIGHT);
        assertThat(cards().locator("h2 [lang=en]")).hasText("traffic light");
        assertThat(cards().locator("[lang=en].extract").first()).hasText(Services.ARTICLE);
        assertThat(cards()).containsText("De Wikipedia en inglés");
        assertThat(announcements()).containsText("traffic light. El modelo le da un 99");
        assertAccessible();
    }

    @ParameterizedTest
    @CsvSource({"fr-FR, en", "en-US, en-US", "es, es"})
    void pageWhenBrowserSpeaksExpectThatLanguageOrEnglish(String browser, String expected) {
        close();
        open(super.options().setLocale(browser));
        assertThat(page.locator("html")).hasAttribute("lang", expected);
    }

    @Test
    void languagesWhenComparedExpectTheSameWords() {
        Assertions.assertThat(words("es")).isEqualTo(words("en")).asString().contains("problems.overloaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void languageWhenPeopleCanMeetAProblemExpectWordsForIt(String language) {
        String[] problems = Arrays.stream(Problem.values())
                .map(Problem::slug)
                .filter(slug -> !OF_PROGRAMS.contains(slug))
                .map(slug -> "problems." + slug)
                .toArray(String[]::new);
        Assertions.assertThat(words(language).toString().split("[\\[\\], ]+")).contains(problems);
    }

    /** Returns the names of all texts of a language, sorted. */
    private Object words(String language) {
        return page.evaluate("""
                async language => {
                  const names = (texts, prefix) => Object.entries(texts).flatMap(([name, text]) =>
                    typeof text === 'object' ? names(text, `${prefix}${name}.`) : prefix + name);
                  const module = await import(`./page/languages/${language}.js`);
                  return names(module[language], '').sort();
                }
                """, language);
    }
}
