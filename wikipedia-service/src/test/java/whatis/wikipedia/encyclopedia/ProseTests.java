package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTests {

    @Test
    void proseWhenTextHasSectionsExpectTheirParagraphs() {
        assertThat(Prose.of("A cube.\n\n\n== Etymology ==\nFrom Greek kybos.\n\n\n=== Old ===\nMore text.\nAnd more."))
                .isEqualTo("A cube.\nFrom Greek kybos.\nMore text.\nAnd more.");
    }

    @Test
    void proseWhenPageBeginsWithASectionExpectItsFirstSentence() {
        assertThat(Prose.of("\n\n= Cube =\n\n== Description ==\nA cube.")).isEqualTo("A cube.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A cube.\n\n\n== Etymo...", "A cube.\n\n\n=== Etymology ===", "A cube.\n\n\n== E = mc2 =="})
    void proseWhenPeerCutsInATitleExpectNoneOfIt(String extract) {
        assertThat(Prose.of(extract)).isEqualTo("A cube.");
    }

    @Test
    void proseWhenSignsOfEqualityAreInSentencesExpectThem() {
        assertThat(Prose.of("Here a = b and c == d.\n1 + 1 = 2 holds."))
                .isEqualTo("Here a = b and c == d.\n1 + 1 = 2 holds.");
    }

    @Test
    void proseWhenFormulaIsPlainExpectItsTex() {
        assertThat(Prose.of("""
                The sides meet the equation:

                  \s
                   \s
                     \s
                        a
                       \s
                          2
                       \s
                     \s
                      =
                      b
                   \s
                    {\\displaystyle a^{2}=b}
                 \s
                , which is old.""")).isEqualTo("The sides meet the equation: a^2=b, which is old.");
    }

    @Test
    void proseWhenFormulaHasCommandsExpectTheSignsThatTheyMean() {
        assertThat(
                        Prose.of(
                                "The angle  \n  \n    \n      \n        \u03B1\n      \n    \n    {\\displaystyle \\alpha }\n  \n is small."))
                .isEqualTo("The angle \u03B1 is small.");
    }

    @Test
    void proseWhenFormulasFollowEachOtherExpectTheWordsBetween() {
        assertThat(Prose.of(
                        "A module over  \n  \n    \n        X\n    \n    {\\displaystyle X}\n  \n is a set. The field  \n  \n    \n"
                                + "        \\mathbb {R}\n    \n    {\\displaystyle \\mathbb {R} }\n   is one."))
                .isEqualTo("A module over X is a set. The field R is one.");
    }

    @Test
    void proseWhenPeerCutsInAFormulaExpectNoTexLeft() {
        assertThat(Prose.of("A module over  \n  \n    \n        X\n    \n    {\\displaystyle \\mathbb {X"))
                .isEqualTo("A module over X");
    }

    @Test
    void proseWhenFormulaStandsInTitleExpectNoneOfIt() {
        assertThat(Prose.of("A.\n\n\n== The number  \n  \n    \n        e\n    \n    {\\displaystyle e}\n   ==\nB."))
                .isEqualTo("A.\nB.");
    }

    @Test
    void proseWhenParagraphFollowsAFormulaExpectItApart() {
        assertThat(Prose.of("So\n  \n    \n        x\n    \n    {\\displaystyle x}\n  \n\nNext."))
                .isEqualTo("So x\nNext.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Munich ( MEW-nik; German: [x] ) is a city. # Munich (MEW-nik; German: [x]) is a city.",
                "Paris ( ; ) is a city. # Paris is a city.",
                "Paris () is a city. # Paris is a city.",
                "Paris (; , French [x]) is a city. # Paris (French [x]) is a city.",
                "\u5DF4\u9ECE\uFF08\uFF1B \uFF09\u662F # \u5DF4\u9ECE\u662F",
                "Call printf() or f(x). # Call printf() or f(x).",
                "A {{convert|5|km}} walk. # A walk.",
                ".mw-parser-output .geo{display:inline}A place. # A place."
            })
    void proseWhenTemplatesHaveLeftGapsExpectThemClosed(String extract, String prose) {
        assertThat(Prose.of(extract)).isEqualTo(prose);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n ",
                ", ",
                "(",
                " (",
                "( ; ",
                "（、",
                "{{",
                "{",
                "== ",
                "= ",
                ".mw-parser-output ",
                "{\\displaystyle ",
                "{\\displaystyle \n",
                "  \n    x\n {\\displaystyle x}",
                "\u000B"
            })
    @Timeout(60)
    void proseWhenPageRepeatsWhatIsLookedForExpectAnEnd(String piece) {
        assertThat(Prose.of("A cube." + piece.repeat(2_000_000 / piece.length())))
                .startsWith("A cube.");
    }
}
