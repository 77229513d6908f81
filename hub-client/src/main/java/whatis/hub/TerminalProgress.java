package whatis.hub;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows downloads as a line on stderr that is rewritten in place; where there is no terminal, in the log as
 * {@link LogProgress} does. Small files are passed over.
 */
public final class TerminalProgress implements DownloadProgress {

    private static final Duration BETWEEN_REWRITES = Duration.ofMillis(200);

    private final PrintStream terminal;
    private final LongSupplier nanoTime;
    private TransferRate transfer;
    private long shownNanos;

    private TerminalProgress(PrintStream terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.transfer = new TransferRate("", 0, 0, 0);
    }

    /** Returns what suits standard error: a line that is rewritten, or the log. */
    public static DownloadProgress onStandardError() {
        return on(System.err, isTerminal(), System::nanoTime);
    }

    static DownloadProgress on(PrintStream stream, boolean terminal, LongSupplier nanoTime) {
        return terminal ? new TerminalProgress(stream, nanoTime) : new LogProgress(nanoTime);
    }

    @Override
    public synchronized void started(String file, long total, long present) {
        shownNanos = nanoTime.getAsLong();
        transfer = new TransferRate(file, total, present, shownNanos);
    }

    @Override
    public synchronized void at(long bytes) {
        long now = nanoTime.getAsLong();
        transfer.at(bytes, now);
        if (transfer.isWorthShowing() && now - shownNanos >= BETWEEN_REWRITES.toNanos()) {
            shownNanos = now;
            rewrite(now);
        }
    }

    @Override
    public synchronized void ended() {
        if (transfer.isWorthShowing()) {
            rewrite(nanoTime.getAsLong());
            terminal.println();
        }
    }

    private void rewrite(long now) {
        // Erases to the end of the line, as the new text may be shorter.
        terminal.print("\r" + transfer.file() + ": " + transfer.status(now) + "\u001b[K");
        terminal.flush();
    }

    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too, and this method to ask.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
