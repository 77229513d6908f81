package whatis.experiment.variant;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs a variant as a process of its own: one line of settings comes in on standard input, one line with the outcome goes
 * out on standard output. All else that is printed goes to standard error.
 *
 * <p>Standard input stays open for as long as whoever started this lives. When it closes, this process ends at once: so
 * none is left behind, not even by a parent that was killed.
 */
public final class VariantHost {

    private static final int ORPHANED = 4;

    private VariantHost() {}

    /** What a variant does with its settings. */
    @FunctionalInterface
    public interface Work {
        Measurement run(VariantSettings settings, Progress progress) throws Exception;
    }

    /** Runs a variant and ends this JVM. */
    public static void run(Work work) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Gson gson = new Gson();
        VariantSettings settings = gson.fromJson(in.readLine(), VariantSettings.class);
        endWith(System.in);
        out.println(gson.toJson(outcome(work, settings)));
        out.flush();
        System.exit(0);
    }

    private static Outcome outcome(Work work, VariantSettings settings) {
        try {
            return Outcome.of(work.run(settings, new Progress(settings, System.err)));
        } catch (Exception | LinkageError e) {
            return Outcome.failed(OutOfMemory.explain(e));
        }
    }

    /** Ends this JVM as soon as a stream does. */
    public static void endWith(InputStream in) {
        Thread watch = new Thread(() -> awaitEnd(in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Nothing more is said.
            }
        } catch (IOException e) {
            // It is as good as closed.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
