package whatis.batch.input;

import java.util.regex.Pattern;

/**
 * A part of a glob between two slashes, as a regular expression: {@code *}, {@code ?}, <code>[a-c]</code>, <code>[!a-c]</code>,
 * <code>{jpg,png}</code>, and {@code \} before a character that is meant as it is. Unlike a shell's, {@code *} matches names that begin
 * with a dot.
 */
final class NamePattern {

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean inBraces;

    private NamePattern(String glob) {
        this.glob = glob;
    }

    /** Returns where the first character is that has a meaning in globs; less than 0 if there is none. */
    static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{\\".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** @throws IllegalArgumentException if a bracket or brace isn't closed */
    static Pattern compile(String glob) {
        return new NamePattern(glob).compile();
    }

    private Pattern compile() {
        while (at < glob.length()) {
            append(glob.charAt(at++));
        }
        if (inBraces) {
            throw new IllegalArgumentException(
                    "In \"" + glob + "\" a brace isn't closed: write \\{ for the character.");
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private void append(char c) {
        switch (c) {
            case '*' -> regex.append(".*");
            case '?' -> regex.append('.');
            case '[' -> appendClass();
            case '{' -> {
                regex.append("(?:");
                inBraces = true;
            }
            case '\\' -> literal(at < glob.length() ? glob.charAt(at++) : c);
            case ',' -> appendInBraces("|", c);
            case '}' -> {
                appendInBraces(")", c);
                inBraces = false;
            }
            default -> literal(c);
        }
    }

    private void appendInBraces(String meaning, char c) {
        if (inBraces) {
            regex.append(meaning);
        } else {
            literal(c);
        }
    }

    private void appendClass() {
        // A bracket that closes at once is one of the characters.
        int end = glob.indexOf(']', at + 1);
        if (end < 0) {
            throw new IllegalArgumentException(
                    "In \"" + glob + "\" a bracket isn't closed: write \\[ for the character.");
        }
        String content = glob.substring(at, end);
        at = end + 1;
        boolean negated = content.startsWith("!") || content.startsWith("^");
        regex.append(negated ? "[^" : "[");
        regex.append((negated ? content.substring(1) : content).replaceAll("([\\[\\]\\\\^&])", "\\\\$1"));
        regex.append(']');
    }

    private void literal(char c) {
        regex.append(Pattern.quote(String.valueOf(c)));
    }
}
