package whatis.experiment.actor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.CoreShare;
import whatis.experiment.variant.Jvm;

/** Starts engines, each in a process or a thread of its own. Closing it ends them all. */
final class Engines implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ActorSystem<Void> system;
    private final ActorRef<DriverEvent> driver;
    private final List<Process> processes = new ArrayList<>();

    Engines(ActorSystem<Void> system, ActorRef<DriverEvent> driver) {
        this.system = system;
        this.driver = driver;
    }

    /** @param files the dataset of the engine's own; empty for none */
    static InferenceEngine.Loading loading(List<Path> files) {
        return new InferenceEngine.Loading(
                () -> CoreShare.ONE_CORE.load(System.getenv()), files.isEmpty() ? null : () -> Dataset.load(files));
    }

    void startThreads(int count, List<Path> files) {
        for (int i = 0; i < count; i++) {
            ActorRef<EngineCommand> engine = system.systemActorOf(
                    InferenceEngine.create(loading(files), driver), "engine-" + i, ActorSystems.pinned());
            driver.tell(new DriverEvent.Started(i, engine));
        }
    }

    void startProcesses(int count, List<Path> files) throws IOException {
        for (int i = 0; i < count; i++) {
            Process process = process(
                            EngineProgram.arguments(i, ActorSystems.address(system), HostAndPort.LOOPBACK, files))
                    .start();
            processes.add(process);
            int number = i;
            process.onExit().thenAccept(ended -> driver.tell(new DriverEvent.ProcessEnded(number, ended.exitValue())));
        }
    }

    /** Prepares the process of an engine; it ends when its standard input does. */
    static ProcessBuilder process(List<String> arguments) {
        List<String> command = new ArrayList<>(Jvm.command(1, Path.of(System.getProperty("java.io.tmpdir"))));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineProgram.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Waits for the engines, who have been told to stop; kills those that don't. */
    @Override
    public void close() {
        for (Process process : processes) {
            try {
                process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
    }
}
