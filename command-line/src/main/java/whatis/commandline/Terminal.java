package whatis.commandline;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the answers go, and what can be shown there.
 *
 * @param out standard output, in UTF-8; unlike {@link System#out} it throws when nobody reads on
 * @param err standard error
 * @param columns width that a line of the table may have
 * @param colour whether answers may be coloured
 * @param progress whether standard error shows how far the work is
 */
record Terminal(Writer out, PrintWriter err, int columns, boolean colour, boolean progress) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    /** Goes to the beginning of the line and clears it. */
    static final String ERASE_LINE = "\r\u001b[K";

    /**
     * Describes the terminal of this process. The JVM can't tell how wide it is nor where standard error goes: the
     * launcher says so with {@code COLUMNS} and {@code -Dwhatis.progress=true}. Colours follow picocli: none if
     * standard output is not a terminal, or with {@code NO_COLOR}.
     */
    static Terminal standard() {
        Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        Writer err = new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8);
        return new Terminal(
                new BufferedWriter(out),
                new PrintWriter(err, true),
                columns(Objects.requireNonNullElse(System.getenv("COLUMNS"), "")),
                Ansi.AUTO.enabled(),
                Boolean.getBoolean("whatis.progress"));
    }

    /** Shows how far the work is, in place of what was shown before; nothing where {@link #progress} says so. */
    void showProgress(String text) {
        if (progress) {
            err.print(ERASE_LINE + text);
            err.flush();
        }
    }

    /** Takes away what {@link #showProgress} has shown. */
    void clearProgress() {
        showProgress("");
    }

    /** Reads {@code COLUMNS}; what is no width, or too small for a table, sets no limit. */
    static int columns(String text) {
        return text.matches("[1-9][0-9]{1,4}") ? Integer.parseInt(text) : UNLIMITED;
    }
}
