package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermTests {

    private static final Path IMAGE_NET =
            Path.of("..", "classifier-service", "src", "main", "resources", "whatis", "service", "imagenet");

    private static String words(String query) {
        return new SearchTerm(query).words();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "-1, 1",
                "hammer -nail, hammer nail",
                "--hammer, hammer",
                "hammer - nail -, hammer nail",
                "(-hammer), ( hammer)",
                "hammer !nail, hammer nail",
                "`hammer \u200B-nail`, `hammer \u200B nail`",
                "hammer + nail, hammer nail",
                "insource:/a.*b/, insource a. b",
                "intitle:hammer, intitle hammer",
                "Talk: Hammer, Talk Hammer",
                ":Talk:Hammer, Talk Hammer",
                "`incategory:\"Tools of the trade\"`, incategory Tools of the trade",
                "`\"claw hammer`, claw hammer",
                "`\"claw hammer\"~2`, claw hammer 2",
                "hamer~, hamer",
                "~hammer, hammer",
                "ham*er? h\\?mmer, ham er h mmer",
                "hammer OR nail AND NOT saw, hammer or nail and not saw",
                "hammer || nail && saw|anvil, hammer nail saw anvil",
                "hammer^4, hammer 4"
            })
    void wordsWhenQueryHasOperatorsExpectNone(String query, String expected) {
        assertThat(words(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC/DC",
                "C++",
                "C#",
                "Crane (bird)",
                "go-kart",
                "jack-o'-lantern",
                "St. Bernard (dog)",
                "100% cotton & more",
                "NOTRE-DAME",
                "ORGAN",
                "مطرقة",
                "פטיש",
                "金槌",
                "\uD83D\uDE00",
                "can’t"
            })
    void wordsWhenSignsBelongToTheTitleExpectThem(String title) {
        assertThat(words(title)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "***", "\"\"", "!?", "|| &&", "::"})
    void isEmptyWhenThereAreSignsOnlyExpectTrue(String query) {
        assertThat(new SearchTerm(query).isEmpty()).isTrue();
    }

    static Stream<String> whatTheClassifierAsks() throws IOException {
        return Stream.concat(lastColumn("classes.csv").stream(), lastColumn("senses.csv").stream());
    }

    private static List<String> lastColumn(String table) throws IOException {
        try (Stream<String> rows = Files.lines(IMAGE_NET.resolve(table))) {
            return rows.map(row -> row.substring(row.lastIndexOf(',') + 1)).toList();
        }
    }

    @Test
    void wordsWhenLabelsOfImageNetAreAskedExpectThemUnchanged() throws IOException {
        assertThat(whatTheClassifierAsks())
                .hasSizeGreaterThan(1_100)
                .allSatisfy(term -> assertThat(words(term)).isEqualTo(term));
    }
}
