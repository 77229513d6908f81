package whatis.experiment;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whatis.experiment.report.Result;
import whatis.experiment.variant.Jvm;
import whatis.experiment.variant.OutOfMemory;
import whatis.experiment.variant.Outcome;
import whatis.experiment.variant.Variant;
import whatis.experiment.variant.VariantSettings;

/** Runs variants, each in a fresh JVM. For one thread; any thread may close it. */
final class VariantProcess implements AutoCloseable {

    private final Map<String, String> environment;
    private final Path scratch;
    private final @Nullable Path home;
    private final Gson gson = new Gson();
    private volatile @Nullable Process running;
    private volatile boolean closed;

    /**
     * @param environment added to that of this process
     * @param scratch a folder for temporary files
     * @param home the project's folder, where the program on Spark is; null if unknown
     */
    VariantProcess(Map<String, String> environment, Path scratch, @Nullable Path home) {
        this.environment = environment;
        this.scratch = scratch;
        this.home = home;
    }

    /** Runs a variant to its end, whatever that is. */
    Result run(VariantSettings settings) throws InterruptedException {
        Variant variant = settings.variant();
        try {
            Process process = start(settings);
            try (ProcessMemory memory = new ProcessMemory(process.toHandle())) {
                String last = lastLine(process);
                int exitCode = process.waitFor();
                return new Result(variant, outcome(variant, last, exitCode), memory.peak());
            } finally {
                kill(process);
            }
        } catch (IOException e) {
            return new Result(variant, Outcome.failed("its process can't be run: " + e.getMessage()), 0);
        }
    }

    private Process start(VariantSettings settings) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command(settings.cores(), scratch));
        if (settings.variant() == Variant.B) {
            command.addAll(List.of("-jar", onSpark().toString()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), VariantProgram.class.getName()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        // Spark looks for this machine's name, which not every name server knows.
        builder.environment().putIfAbsent("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        running = process;
        if (closed) {
            kill(process);
        }
        // It stays open: the process ends when it closes.
        Writer in = process.outputWriter();
        in.write(gson.toJson(settings) + "\n");
        in.flush();
        return process;
    }

    private Path onSpark() throws IOException {
        Path jar = home == null ? null : home.resolve("experiment/spark/target/experiment-spark.jar");
        if (jar == null || !Files.isRegularFile(jar)) {
            throw new IOException("the variant on Spark is not built; ./whatis experiment does that");
        }
        return jar;
    }

    private static String lastLine(Process process) throws IOException {
        String last = "";
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last = line;
        }
        return last;
    }

    private Outcome outcome(Variant variant, String last, int exitCode) {
        if (exitCode != 0) {
            return Outcome.failed(OutOfMemory.explain("variant " + variant, exitCode));
        }
        try {
            Outcome outcome = gson.fromJson(last, Outcome.class);
            return outcome != null ? outcome : Outcome.failed("it ended without a result");
        } catch (JsonSyntaxException e) {
            return Outcome.failed("its result can't be read");
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Kills what runs, with all that came of it. */
    @Override
    public void close() {
        closed = true;
        Process process = running;
        if (process != null) {
            kill(process);
        }
    }
}
