package whatis.commandline.serve;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import whatis.commandline.WhatIs;

/** {@code whatis serve} in a process of its own, with stand-ins for the services. */
final class RunningServe implements AutoCloseable {

    /** Only so that a test ends that hangs. */
    private static final Duration WATCHDOG = Duration.ofMinutes(2);

    private static final Pattern PID = Pattern.compile("pid ([0-9]+)\\.");

    private final Path folder;
    private final Process process;
    private final int classifierPort;

    private RunningServe(Path folder, Process process, int classifierPort) {
        this.folder = folder;
        this.process = process;
        this.classifierPort = classifierPort;
    }

    /**
     * @param folder an empty one
     * @param environment what is different from that of the test
     */
    static RunningServe start(Path folder, Map<String, String> environment) throws IOException {
        StandInService.writeJar(folder, "classifier-service");
        StandInService.writeJar(folder, "wikipedia-service");
        Path options = Path.of("classifier-service", "jvm.options");
        Files.copy(Path.of("..").resolve(options), folder.resolve(options));
        int[] ports = freePorts();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dwhatis.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WhatIs.class.getName(),
                        "serve")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("WHATIS_CLASSIFIER_PORT", String.valueOf(ports[0]));
        builder.environment().put("WHATIS_WIKIPEDIA_PORT", String.valueOf(ports[1]));
        builder.environment().putAll(environment);
        return new RunningServe(folder, builder.start(), ports[0]);
    }

    private static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    int classifierPort() {
        return classifierPort;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** Waits until standard error shows a text, and fails if that never happens. */
    void awaitErr(String text) throws IOException, InterruptedException {
        awaitErr(text, 1);
    }

    void awaitErr(String text, int times) throws IOException, InterruptedException {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        while (err().split(Pattern.quote(text), -1).length <= times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never said " + times + " times: " + text + "\n" + err());
            }
            Thread.sleep(20);
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        awaitErr("Ctrl-C stops it");
    }

    /** Returns the process of a service that says who it is, the newest one. */
    ProcessHandle service(String label) throws IOException {
        String line = err().lines()
                .filter(candidate -> candidate.startsWith(label) && candidate.contains("pid "))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return ProcessHandle.of(pid(line)).orElseThrow();
    }

    int awaitExit() throws IOException, InterruptedException {
        if (!process.waitFor(WATCHDOG.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not end\n" + err());
        }
        return process.exitValue();
    }

    /** Waits until there is no process left of those that were started. */
    void awaitNothingLeft() throws Exception {
        long end = System.nanoTime() + WATCHDOG.toNanos();
        while (!survivors().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("left behind: " + survivors() + "\n" + err());
            }
            Thread.sleep(20);
        }
    }

    private List<ProcessHandle> survivors() throws IOException {
        return err().lines()
                .filter(line -> PID.matcher(line).find())
                .flatMap(line -> ProcessHandle.of(pid(line)).stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static long pid(String line) {
        return PID.matcher(line)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        survivors().forEach(ProcessHandle::destroyForcibly);
    }
}
