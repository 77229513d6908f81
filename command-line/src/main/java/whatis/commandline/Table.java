package whatis.commandline;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi.Style;
import whatis.classification.Prediction;

/** Writes answers for people: file, score, best label and the further guesses, in columns that fit the terminal. */
final class Table implements AnswerFormat {

    private static final String GAP = "  ";
    private static final int SCORE_COLUMN = "100.0%".length();
    private static final int LABEL_COLUMN = 28;
    private static final int WIDEST_FILE_COLUMN = 60;
    private static final int NARROWEST_REST = 12;

    private final int columns;
    private final int fileColumn;
    private final boolean colour;

    /** @param files all that will be answered: the longest name sets the first column */
    Table(List<ImageFile> files, Terminal terminal) {
        columns = terminal.columns();
        colour = terminal.colour();
        int longest =
                files.stream().mapToInt(file -> length(name(file.path()))).max().orElse(0);
        fileColumn = Math.min(longest, Math.min(WIDEST_FILE_COLUMN, columns / 5 * 2));
    }

    @Override
    public String line(Answer answer) {
        String name = name(answer.file());
        String file = pad(columns == Terminal.UNLIMITED ? name : end(name, fileColumn), fileColumn) + GAP;
        int room = Math.max(1, columns - fileColumn - GAP.length());
        if (answer.failure() != null) {
            return file + paint(start("error: " + printable(answer.failure().message()), room), Style.fg_red);
        }
        return file + guesses(answer.guesses(), room - SCORE_COLUMN - GAP.length());
    }

    private String guesses(List<Prediction> guesses, int room) {
        Prediction best = guesses.get(0);
        String score = percent(best) + GAP;
        int rest = room - LABEL_COLUMN - GAP.length();
        String label = printable(best.label());
        if (guesses.size() == 1 || rest < NARROWEST_REST) {
            return score + paint(start(label, Math.max(1, room)), Style.bold);
        }
        if (columns != Terminal.UNLIMITED) {
            label = start(label, LABEL_COLUMN);
        }
        String further = guesses.stream()
                .skip(1)
                .map(guess -> term(guess) + " " + percent(guess).strip())
                .collect(joining(", "));
        String blank = pad(label, LABEL_COLUMN).substring(label.length()) + GAP;
        return score + paint(label, Style.bold) + blank + paint(start(further, rest), Style.faint);
    }

    private String paint(String text, Style style) {
        return colour ? style.on() + text + style.off() : text;
    }

    private static String name(Path path) {
        return printable(path.toString());
    }

    /** Returns the first of the label's synonyms. */
    private static String term(Prediction guess) {
        return printable(guess.label().split(",", 2)[0].strip());
    }

    private static String percent(Prediction guess) {
        return String.format(Locale.ROOT, "%5.1f%%", guess.score() * 100);
    }

    /** Shows control characters as question marks: a file's name must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }

    private static String start(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static String end(String text, int width) {
        return length(text) <= width ? text : "…" + text.substring(text.offsetByCodePoints(text.length(), 1 - width));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
