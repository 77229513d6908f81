package whatis.experiment.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.ImageClassifier;
import whatis.experiment.SmallModel;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.dataset.SmallDataset;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.BestClass;
import whatis.experiment.variant.Clock;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.RowRange;
import whatis.experiment.variant.Variant;
import whatis.experiment.variant.VariantSettings;

/** A driver and engines in real processes. */
class ActorsTests {

    private static final int ROWS = 600;

    @TempDir
    private static Path folder = Path.of("");

    private static Path file = Path.of("");
    private static Dataset dataset = new Dataset(List.of());
    private static List<Answer> expected = List.of();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ActorSystem<Void> system = ActorSystems.remote(ActorSystems.DRIVER, HostAndPort.LOOPBACK);
    private final Clock clock = new Clock(2);
    private final CompletableFuture<List<Answer>> result = new CompletableFuture<>();

    @BeforeAll
    static void write() throws Exception {
        SmallModel.write();
        file = SmallDataset.write(folder, ROWS);
        dataset = Dataset.load(List.of(file));
        try (ImageClassifier classifier = SmallModel.loader().call()) {
            List<Answer> answers = new ArrayList<>();
            dataset.images().forEach(image -> answers.add(BestClass.bestClassAndScore(classifier, image)));
            expected = answers;
        }
    }

    @AfterEach
    void stop() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
        assertThat(engineProcesses()).isEmpty();
    }

    private static VariantSettings settings(Variant variant, boolean inProcess) {
        return new VariantSettings(variant, List.of(file.toString()), new RowRange(0, ROWS, 1), 2, inProcess, null, 0);
    }

    private Progress progress(VariantSettings settings) {
        return new Progress(settings, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static List<ProcessHandle> engineProcesses() {
        return ProcessHandle.current().children().toList();
    }

    private ActorRef<DriverEvent> driver() {
        VariantSettings settings = settings(Variant.C2, false);
        return system.systemActorOf(
                Driver.create(new Driver.Assignment(settings.rows().rows(), 2, clock, progress(settings), result)),
                ActorSystems.DRIVER,
                Props.empty());
    }

    private static void assertExpected(List<Answer> answers) {
        assertThat(answers).extracting(Answer::label).isEqualTo(labels(expected));
        for (int i = 0; i < ROWS; i++) {
            assertThat(Math.abs(answers.get(i).score() - expected.get(i).score()))
                    .isLessThan(1e-4);
        }
    }

    private static List<String> labels(List<Answer> answers) {
        return answers.stream().map(Answer::label).toList();
    }

    @Test
    void runWhenThreadsOfOneJvmExpectTheSequentialAnswers() throws Exception {
        for (Variant variant : List.of(Variant.C1, Variant.C2)) {
            VariantSettings settings = settings(variant, true);
            assertExpected(Actors.run(settings, progress(settings)).answers());
        }
    }

    @Test
    void runWhenProcessesWithResidentDataExpectTheSequentialAnswers() throws Exception {
        VariantSettings settings = settings(Variant.C1, false);
        var measurement = Actors.run(settings, progress(settings));
        assertExpected(measurement.answers());
        assertThat(measurement.shipped()).isPositive();
    }

    @Test
    void driverWhenAnEngineIsKilledExpectThatTheOtherDoesItsImages() throws Exception {
        ActorRef<DriverEvent> driver = driver();
        try (Engines engines = new Engines(system, driver)) {
            engines.startProcesses(2, List.of());
            driver.tell(new DriverEvent.Begin(dataset));
            await(() -> clock.stop(0, List.of()).warm() > 0);
            engineProcesses().get(0).destroyForcibly();
            assertExpected(result.get(1, TimeUnit.MINUTES));
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("was killed", "1 go on");
    }

    @Test
    void driverWhenAnEngineIsKilledBeforeItStartsExpectThatTheOtherDoesAll() throws Exception {
        ActorRef<DriverEvent> driver = driver();
        try (Engines engines = new Engines(system, driver)) {
            engines.startProcesses(2, List.of());
            engineProcesses().get(0).destroyForcibly();
            driver.tell(new DriverEvent.Begin(dataset));
            assertExpected(result.get(1, TimeUnit.MINUTES));
        }
    }

    @Test
    void driverWhenAllEnginesAreKilledExpectWhy() throws Exception {
        ActorRef<DriverEvent> driver = driver();
        try (Engines engines = new Engines(system, driver)) {
            engines.startProcesses(2, List.of());
            driver.tell(new DriverEvent.Begin(dataset));
            engineProcesses().forEach(ProcessHandle::destroyForcibly);
            assertThatThrownBy(() -> result.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no engine is left")
                    .hasMessageContaining("was killed");
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(1);
        }
    }
}
