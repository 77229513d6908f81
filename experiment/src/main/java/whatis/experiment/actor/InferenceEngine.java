package whatis.experiment.actor;

import static whatis.experiment.variant.BestClass.bestClassAndScore;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;
import whatis.classification.ImageClassifier;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.OutOfMemory;

/**
 * The actor that classifies: it has a model of its own and, if it is told to load images, a dataset of its own. It does one
 * image at a time, on the thread that it is pinned to. When it fails, it tells the driver and starts anew; orders that wait
 * in its mailbox stay there.
 */
final class InferenceEngine extends AbstractBehavior<EngineCommand> {

    private static final int MOST_RESTARTS = 10;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final ActorRef<DriverEvent> driver;
    private final ImageClassifier classifier;
    private final @Nullable Dataset dataset;

    /**
     * What an engine loads.
     *
     * @param model loads the model
     * @param images loads the dataset; null for an engine without one
     */
    record Loading(
            Callable<ImageClassifier> model, @Nullable Callable<Dataset> images) {}

    /** @param driver who learns when it is loaded, and when it fails */
    static Behavior<EngineCommand> create(Loading loading, ActorRef<DriverEvent> driver) {
        Behavior<EngineCommand> engine = Behaviors.setup(context -> loaded(context, loading, driver));
        return Behaviors.supervise(engine)
                .onFailure(
                        Exception.class,
                        SupervisorStrategy.restart()
                                .withLimit(MOST_RESTARTS, WITHIN)
                                .withLoggingEnabled(false));
    }

    private static Behavior<EngineCommand> loaded(
            ActorContext<EngineCommand> context, Loading loading, ActorRef<DriverEvent> driver) throws Exception {
        try {
            return new InferenceEngine(context, loading, driver);
        } catch (Exception | LinkageError e) {
            // What can't be loaded once, can't be loaded again.
            driver.tell(new DriverEvent.Failed(context.getSelf(), DriverEvent.Failed.LOADING, OutOfMemory.explain(e)));
            return Behaviors.stopped();
        }
    }

    private InferenceEngine(ActorContext<EngineCommand> context, Loading loading, ActorRef<DriverEvent> driver)
            throws Exception {
        super(context);
        this.driver = driver;
        long begin = System.nanoTime();
        this.classifier = loading.model().call();
        long between = System.nanoTime();
        this.dataset = loading.images() == null ? null : loading.images().call();
        driver.tell(new DriverEvent.Loaded(
                context.getSelf(), between - begin, dataset == null ? 0 : System.nanoTime() - between));
    }

    @Override
    public Receive<EngineCommand> createReceive() {
        return newReceiveBuilder()
                .onMessage(EngineCommand.ClassifyImage.class, this::classifyImage)
                .onMessage(EngineCommand.ClassifyImageObject.class, this::classifyImageObject)
                .onMessage(EngineCommand.Stop.class, stop -> Behaviors.stopped())
                .onSignal(PreRestart.class, signal -> closed())
                .onSignal(PostStop.class, signal -> closed())
                .build();
    }

    private Behavior<EngineCommand> classifyImage(EngineCommand.ClassifyImage order) {
        return answer(
                order.task(),
                order.replyTo(),
                () -> dataset != null && dataset.has(order.row())
                        ? bestClassAndScore(classifier, dataset.image(order.row()))
                        : Answer.noSuchRow(order.row()));
    }

    private Behavior<EngineCommand> classifyImageObject(EngineCommand.ClassifyImageObject order) {
        return answer(order.task(), order.replyTo(), () -> bestClassAndScore(classifier, order.image()));
    }

    private Behavior<EngineCommand> answer(int task, ActorRef<DriverEvent> replyTo, Supplier<Answer> work) {
        try {
            replyTo.tell(new DriverEvent.Answered(getContext().getSelf(), task, work.get()));
            return this;
        } catch (RuntimeException e) {
            driver.tell(new DriverEvent.Failed(getContext().getSelf(), task, OutOfMemory.explain(e)));
            throw e;
        }
    }

    private Behavior<EngineCommand> closed() {
        classifier.close();
        return this;
    }
}
