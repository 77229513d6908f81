package whatis.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Prints answers as they come and remembers the gravest exit code. Close it to clear the progress. For one thread. */
final class AnswerPrinter implements AutoCloseable {

    private final Terminal terminal;
    private final AnswerFormat format;
    private final int expected;
    private final ErrorReport errors;
    private int printed;
    private int exitCode;

    /** @param expected how many answers there will be */
    AnswerPrinter(Terminal terminal, AnswerFormat format, int expected, ErrorReport errors) {
        this.terminal = terminal;
        this.format = format;
        this.expected = expected;
        this.errors = errors;
    }

    /**
     * Prints an answer at once.
     *
     * @return whether anybody still reads
     * @throws UncheckedIOException if it can't be written for another reason than a closed pipe
     */
    boolean print(Answer answer) {
        // Standard output may be the same terminal.
        terminal.clearProgress();
        try {
            terminal.out().write(format.line(answer) + System.lineSeparator());
            terminal.out().flush();
        } catch (IOException e) {
            if (isClosedPipe(e)) {
                return false;
            }
            throw new UncheckedIOException(e);
        }
        if (answer.failure() != null) {
            exitCode = Math.max(exitCode, answer.failure().exitCode());
            errors.trace(answer.failure());
        }
        terminal.showProgress(++printed + " of " + expected);
        return true;
    }

    /** Returns 0, or the greatest exit code of the failures so far. */
    int exitCode() {
        return exitCode;
    }

    @Override
    public void close() {
        terminal.clearProgress();
    }

    private static boolean isClosedPipe(IOException failure) {
        // "Broken pipe", on Windows "The pipe is being closed": the JDK has no type for it.
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
