package whatis.experiment.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.classification.Classification;
import whatis.classification.ImageClassifier;
import whatis.classification.ModelDescription;
import whatis.classification.Prediction;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.ArrangementSource;
import whatis.classification.engine.Precision;
import whatis.experiment.SmallModel;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.dataset.SmallDataset;

class InferenceEngineTests {

    @TempDir
    private Path folder = Path.of("");

    private final ActorSystem<Void> system = ActorSystems.local();
    private final DriverProbe driver = new DriverProbe(system);

    @BeforeAll
    static void writeModel() {
        SmallModel.write();
    }

    @AfterEach
    void stop() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }

    private ActorRef<EngineCommand> engine(InferenceEngine.Loading loading) {
        return system.systemActorOf(InferenceEngine.create(loading, driver.ref()), "engine", Props.empty());
    }

    private byte[] picture() throws Exception {
        return Dataset.load(List.of(SmallDataset.write(folder, 1))).image(0);
    }

    private static InferenceEngine.Loading loading(@Nullable Dataset dataset) {
        return new InferenceEngine.Loading(SmallModel.loader(), dataset == null ? null : () -> dataset);
    }

    @Test
    void classifyImageWhenTheRowIsThereExpectItsClass() throws Exception {
        ActorRef<EngineCommand> engine = engine(loading(new Dataset(List.of(picture()))));
        engine.tell(new EngineCommand.ClassifyImage(7, 0, driver.ref()));
        DriverEvent.Answered answered = driver.next(DriverEvent.Answered.class);
        assertThat(answered.task()).isEqualTo(7);
        assertThat(answered.answer().label()).startsWith("label ");
        assertThat(answered.answer().problem()).isNull();
    }

    @Test
    void classifyImageWhenTheRowIsBeyondTheEndExpectError() throws Exception {
        ActorRef<EngineCommand> engine = engine(loading(new Dataset(List.of(picture()))));
        engine.tell(new EngineCommand.ClassifyImage(0, 20_000, driver.ref()));
        assertError("there is no row 20000");
    }

    @Test
    void classifyImageWhenThereIsNoDatasetExpectError() throws Exception {
        ActorRef<EngineCommand> engine = engine(loading(null));
        engine.tell(new EngineCommand.ClassifyImage(0, 0, driver.ref()));
        assertError("there is no row 0");
    }

    private void assertError(String problem) throws Exception {
        var answer = driver.next(DriverEvent.Answered.class).answer();
        assertThat(answer.label()).isEqualTo("Error");
        assertThat(answer.score()).isEqualTo(1);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void classifyImageObjectWhenTheImageIsBrokenExpectErrorAndTheNextAnswered() throws Exception {
        ActorRef<EngineCommand> engine = engine(loading(null));
        engine.tell(new EngineCommand.ClassifyImageObject(0, new byte[] {1, 2, 3}, driver.ref()));
        engine.tell(new EngineCommand.ClassifyImageObject(1, picture(), driver.ref()));
        assertThat(driver.next(DriverEvent.Answered.class).answer().label()).isEqualTo("Error");
        assertThat(driver.next(DriverEvent.Answered.class).answer().label()).startsWith("label ");
    }

    @Test
    void engineWhenItFailsExpectThatItTellsAndStartsAnewAndGoesOn() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        ActorRef<EngineCommand> engine = engine(new InferenceEngine.Loading(
                () -> loads.incrementAndGet() == 1
                        ? new FailingClassifier()
                        : SmallModel.loader().call(),
                null));
        byte[] picture = picture();
        engine.tell(new EngineCommand.ClassifyImageObject(3, picture, driver.ref()));
        engine.tell(new EngineCommand.ClassifyImageObject(4, picture, driver.ref()));
        DriverEvent.Failed failed = driver.next(DriverEvent.Failed.class);
        assertThat(failed.task()).isEqualTo(3);
        assertThat(failed.problem()).isEqualTo("the network broke");
        assertThat(driver.next(DriverEvent.Answered.class).task()).isEqualTo(4);
        assertThat(loads).hasValue(2);
    }

    @Test
    void engineWhenTheModelCantBeLoadedExpectWhy() throws Exception {
        engine(new InferenceEngine.Loading(
                () -> {
                    throw new IllegalStateException("the weights are damaged");
                },
                null));
        DriverEvent.Failed failed = driver.next(DriverEvent.Failed.class);
        assertThat(failed.task()).isEqualTo(DriverEvent.Failed.LOADING);
        assertThat(failed.problem()).isEqualTo("the weights are damaged");
    }

    /** A real classifier doesn't fail on demand. */
    private static final class FailingClassifier implements ImageClassifier {

        @Override
        public List<Prediction> classify(byte[] image, int top) {
            throw new IllegalStateException("the network broke");
        }

        @Override
        public Classification classify(byte[] image) {
            throw new IllegalStateException("the network broke");
        }

        @Override
        public List<String> labels() {
            return List.of();
        }

        @Override
        public int waiting() {
            return 0;
        }

        @Override
        public ModelDescription model() {
            return new ModelDescription(
                    "failing", "", Precision.FP32, Arrangement.parse("flash"), ArrangementSource.RULE, false, false);
        }

        @Override
        public Duration timePerImage() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }
}
