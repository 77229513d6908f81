package whatis.wikipedia.encyclopedia;

import java.util.regex.Pattern;

/**
 * Makes prose of the plain text of a page, in which titles of sections, formulas and gaps of templates have stayed. Takes time
 * in proportion to the text's length, whatever is in it: no pattern begins within what it repeats.
 */
final class Prose {

    /** As TextExtracts writes a section's title, and as it cuts one. */
    private static final Pattern HEADING = Pattern.compile("(?m)^[ \\t]*(?:={2,6}[^=\\n].*|= .* =)$");

    /** What a wiki shows of a template that it doesn't expand, or whose style sheet it takes for text. */
    private static final Pattern TEMPLATE =
            Pattern.compile("\\{\\{[^{}]*}}|\\.mw-parser-output [^{}\\n]{0,200}\\{[^{}]*}");

    /** Where a pronunciation stood. A pair right after a word may be a function's, as in {@code printf()}. */
    private static final Pattern EMPTY_BRACKETS =
            Pattern.compile("(?<!\\s)(?:\\s++\\([\\s,;]*+\\)|\\s*+（[\\s,;，；、]*+）)|\\([\\s,;]++\\)");

    private static final Pattern GAP_AFTER_BRACKET = Pattern.compile("([(（])[\\s,;，；、]++");

    private static final Pattern GAP_BEFORE_BRACKET = Pattern.compile("(?<![\\s,;，；、])[\\s,;，；、]++([)）])");

    private static final Pattern BLANKS = Pattern.compile("\\h+");

    private static final Pattern BREAKS = Pattern.compile("(?<!\\s)\\s*\\n\\s*");

    private Prose() {}

    /** Returns the prose in an extract of format {@code explaintext}: paragraphs, a line each, from the first sentence on. */
    static String of(String extract) {
        String text = Formulas.inLine(extract);
        text = TEMPLATE.matcher(text).replaceAll("");
        text = HEADING.matcher(text).replaceAll("");
        text = EMPTY_BRACKETS.matcher(text).replaceAll("");
        text = GAP_AFTER_BRACKET.matcher(text).replaceAll("$1");
        text = GAP_BEFORE_BRACKET.matcher(text).replaceAll("$1");
        text = BLANKS.matcher(text).replaceAll(" ");
        return BREAKS.matcher(text).replaceAll("\n").strip();
    }
}
