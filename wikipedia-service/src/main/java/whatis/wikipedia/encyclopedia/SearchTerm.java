package whatis.wikipedia.encyclopedia;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words for Wikipedia's search, which would take some signs for operators: a minus for "without", a colon for another
 * namespace, {@code insource:/…/} for a regular expression. Signs within words stay, as titles have them: "AC/DC", "go-kart",
 * "C++", "Crane (bird)".
 *
 * @param words without operators; empty where signs were all there was
 * @see <a href="https://www.mediawiki.org/wiki/Help:CirrusSearch">Help:CirrusSearch</a>
 */
public record SearchTerm(String words) {

    private static final Pattern OPERATOR = Pattern.compile("[\":!?*~^|\\\\]|&&+");

    /** What CirrusSearch takes for the end of a word. */
    private static final String BLANK = "\\p{Z}\\p{C}";

    /** Around a word; within one they belong to it. */
    private static final Pattern EDGE = Pattern.compile("(?<![^" + BLANK + "(])[-+/]+|[-/]+(?![^" + BLANK + ")])");

    private static final Pattern CONNECTIVE =
            Pattern.compile("(?<![^" + BLANK + "])(?:AND|OR|NOT)(?![^" + BLANK + "])");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public SearchTerm {
        String plain = EDGE.matcher(OPERATOR.matcher(words).replaceAll(" ")).replaceAll(" ");
        String lowered =
                CONNECTIVE.matcher(plain).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
        words = BLANKS.matcher(lowered).replaceAll(" ").strip();
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }
}
