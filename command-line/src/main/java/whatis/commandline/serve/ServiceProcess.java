package whatis.commandline.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a service, from its start to its end. Safe for use by many threads. */
final class ServiceProcess {

    /**
     * Becomes the service. Ctrl-C and a terminal that is closed reach every process behind the terminal: they are ignored,
     * because the services are to be stopped in their order. Standard input is a pipe that closes when this program ends in
     * whatever way, SIGKILL included: then the service is told to stop.
     */
    private static final String SHELL = """
            trap '' INT HUP
            exec 3<&0
            { read -r line <&3 || kill $$; } >/dev/null 2>&1 &
            exec "$@" </dev/null 3<&-
            """;

    /**
     * Spring Boot's settings where a person reads along: what our own code tells and what goes wrong, without the date and
     * what the prefix says already. Whoever sets one of these variables knows better.
     */
    private static final Map<String, String> LOGGING = Map.of(
            "LOGGING_LEVEL_ROOT", "warn",
            "LOGGING_LEVEL_WHATIS", "info",
            "LOGGING_PATTERN_CONSOLE", "%d{HH:mm:ss} %-5p ${whatis.log.message}");

    private final Service service;
    private final Process process;
    private final ServiceLog log;

    private ServiceProcess(Service service, Process process, PrintWriter err) {
        this.service = service;
        this.process = process;
        this.log = new ServiceLog(service.name(), process.inputReader(), err);
    }

    /**
     * Starts a service, with the environment of this program.
     *
     * @param err where its output goes
     * @throws ServeException if the operating system refuses
     */
    static ServiceProcess start(Service service, PrintWriter err) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
        command.addAll(service.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        LOGGING.forEach(environment::putIfAbsent);
        environment.putAll(service.environment());
        environment.put(service.portVariable(), String.valueOf(service.address().getPort()));
        try {
            return new ServiceProcess(service, builder.start(), err);
        } catch (IOException e) {
            throw new ServeException(service.name() + " can't be started: " + e.getMessage());
        }
    }

    Service service() {
        return service;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Describes how a service ended that has ended: its exit code, and the last lines that it wrote. */
    String describeEnd() throws InterruptedException {
        log.awaitEnd();
        return "%s ended with exit code %d. Its last lines:%n%s"
                .formatted(
                        service.name(),
                        process.exitValue(),
                        log.tail().indent(2).stripTrailing());
    }

    /**
     * Asks the service to stop, waits for it, and kills it if it takes too long.
     *
     * @return whether it stopped by itself
     */
    boolean stop() {
        // Unlike the process, its handle leaves the pipes open: what the service says at its end is heard.
        ProcessHandle handle = process.toHandle();
        handle.destroy();
        try {
            boolean stopped = endsWithin(service.grace());
            if (!stopped) {
                handle.destroyForcibly();
            }
            process.waitFor();
            log.awaitEnd();
            return stopped;
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
