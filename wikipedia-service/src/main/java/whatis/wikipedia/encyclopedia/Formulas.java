package whatis.wikipedia.encyclopedia;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formulas in the plain text of a page. Each stands there twice: as the text of its MathML, an indented line for every
 * element, and as TeX.
 */
final class Formulas {

    private static final Pattern TEX = Pattern.compile("\\{\\\\(?:display|text|script)style\\b");

    /** Also the operators of MathML that are not to be seen, such as the one between a function and its argument. */
    private static final Pattern TEX_SIGNS = Pattern.compile("\\\\[A-Za-z]+|[\\\\{}\\u2061-\\u2064]");

    private static final Pattern INDENTED = Pattern.compile("\\s*|\\s{2}.*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Formulas() {}

    /** Returns the text with its formulas as signs between the words, as far as signs can tell them: {@code a^2+b^2=c^2}. */
    static String inLine(String text) {
        StringBuilder result = new StringBuilder();
        Matcher tex = TEX.matcher(text);
        int told = 0;
        while (tex.find(told)) {
            int begin = blockBegin(text, told, tex.start());
            int end = texEnd(text, tex.start());
            int next = skipBlanks(text, end);
            result.append(text.substring(told, begin).stripTrailing()).append(' ');
            result.append(signs(text.substring(begin, tex.start()), text.substring(tex.end(), end)));
            if (next < text.length() && ".,;:)".indexOf(text.charAt(next)) < 0) {
                result.append(text.substring(end, next).contains("\n\n") ? '\n' : ' ');
            }
            told = next;
        }
        return result.append(text, told, text.length()).toString();
    }

    /** Returns where the indented lines before the TeX begin. */
    private static int blockBegin(String text, int earliest, int tex) {
        int begin = tex;
        int line = text.lastIndexOf('\n', tex) + 1;
        while (line > earliest && INDENTED.matcher(text.substring(line, begin)).matches()) {
            begin = line - 1;
            line = text.lastIndexOf('\n', begin - 1) + 1;
        }
        return begin;
    }

    /** Returns where the braces are closed, or the line's end if they aren't: the peer may have cut there. */
    private static int texEnd(String text, int tex) {
        int open = 0;
        for (int i = tex; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '{' -> open++;
                case '}' -> open--;
                case '\n' -> {
                    return i;
                }
                default -> {}
            }
            if (open == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** TeX without commands tells more, as it has the signs of powers; otherwise MathML has the signs that commands mean. */
    private static String signs(String mathMl, String tex) {
        String signs = tex.contains("\\") && !mathMl.isBlank() ? mathMl : tex;
        return BLANKS.matcher(TEX_SIGNS.matcher(signs).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
