package whatis.classification.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that makes a long call, and then another one. */
final class NativeCallsProcess {

    static final String BEGUN = "begun";
    static final String ENDED = "ended";

    private static final long LENGTH_MILLIS = 1_500;

    private NativeCallsProcess() {}

    /** Ends one with SIGTERM amid the first call, and returns the lines that it printed, and its exit code. */
    static List<String> terminate() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NativeCallsProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.equals(BEGUN)) {
                    // Not destroy(), which would also close the stream.
                    process.toHandle().destroy();
                }
            }
            lines.add(Integer.toString(process.waitFor()));
        } finally {
            process.destroyForcibly();
        }
        return lines;
    }

    public static void main(String[] arguments) throws InterruptedException {
        NativeCalls.finishBeforeExit();
        call();
        call();
    }

    private static void call() throws InterruptedException {
        NativeCalls.begin();
        try {
            System.out.println(BEGUN);
            TimeUnit.MILLISECONDS.sleep(LENGTH_MILLIS);
            System.out.println(ENDED);
        } finally {
            NativeCalls.end();
        }
    }
}
