package whatis.commandline.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Passes on what a service says, its name before every line, and keeps the end. Safe for use by many threads. */
final class ServiceLog {

    /** Enough for what Spring Boot says about a failed start. */
    private static final int KEPT_LINES = 15;

    /** The output ends with the service; only a program that it left behind could hold it open. */
    private static final Duration END = Duration.ofSeconds(2);

    private final Deque<String> tail = new ArrayDeque<>();
    private final Thread reader;

    /** Begins to read, and returns at once. */
    ServiceLog(String name, BufferedReader output, PrintWriter err) {
        reader = new Thread(() -> pass(name, output, err), name + "-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void pass(String name, BufferedReader output, PrintWriter err) {
        String prefix = "%-10s | ".formatted(name.replace("-service", ""));
        try (output) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                err.println(prefix + line);
            }
        } catch (IOException e) {
            err.println(prefix + "(its output can't be read any more: " + e.getMessage() + ")");
        }
    }

    private synchronized void keep(String line) {
        if (tail.size() == KEPT_LINES) {
            tail.removeFirst();
        }
        tail.addLast(line);
    }

    /** Waits until everything is passed on that a service said that has ended. */
    void awaitEnd() throws InterruptedException {
        reader.join(END.toMillis());
    }

    /** Returns the last lines so far. */
    synchronized String tail() {
        return String.join(System.lineSeparator(), tail);
    }
}
