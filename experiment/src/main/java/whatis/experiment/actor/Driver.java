package whatis.experiment.actor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.jspecify.annotations.Nullable;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Clock;
import whatis.experiment.variant.OutOfMemory;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Progress;

/**
 * Deals out rows to engines in rotation and collects the answers. What an engine leaves undone that is gone, others do. A row
 * that engines fail at again and again gets an error.
 */
final class Driver extends AbstractBehavior<DriverEvent> {

    /** Orders that an engine has at a time: enough never to wait, few enough for any network's buffers. */
    private static final int WINDOW = 16;

    private static final int MOST_ATTEMPTS = 3;

    private final Assignment assignment;
    private final @Nullable Answer[] answers;
    private final int[] attempts;
    private final Map<ActorRef<EngineCommand>, Work> engines = new LinkedHashMap<>();
    private final Map<Integer, ActorRef<EngineCommand>> ofProcess = new HashMap<>();
    private final Set<ActorRef<EngineCommand>> loaded = new HashSet<>();
    private int awaited;
    private int missing;
    private int turn;
    private boolean dealt;
    private String lastProblem = "they ended";
    private DriverEvent.@Nullable Begin begin;

    /**
     * What the driver is to do.
     *
     * @param rows the rows of the dataset
     * @param engines how many engines to wait for
     * @param clock what takes note of their work
     * @param result gets one answer for each row, or the reason why there are none
     */
    record Assignment(
            int[] rows, int engines, Clock clock, Progress progress, CompletableFuture<List<Answer>> result) {}

    /** What an engine has yet to be sent, and what it was sent and hasn't answered. */
    private record Work(Deque<Integer> waiting, Set<Integer> inFlight) {}

    static Behavior<DriverEvent> create(Assignment assignment) {
        return Behaviors.setup(context -> new Driver(context, assignment));
    }

    private Driver(ActorContext<DriverEvent> context, Assignment assignment) {
        super(context);
        this.assignment = assignment;
        this.awaited = assignment.engines();
        this.missing = assignment.rows().length;
        this.answers = new Answer[missing];
        this.attempts = new int[missing];
    }

    @Override
    public Receive<DriverEvent> createReceive() {
        return newReceiveBuilder()
                .onMessage(DriverEvent.Started.class, this::started)
                .onMessage(DriverEvent.Begin.class, this::begin)
                .onMessage(DriverEvent.Loaded.class, this::loaded)
                .onMessage(DriverEvent.Answered.class, this::answered)
                .onMessage(DriverEvent.Failed.class, this::failed)
                .onMessage(DriverEvent.Gone.class, gone -> gone(gone.engine()))
                .onMessage(DriverEvent.ProcessEnded.class, this::processEnded)
                .build();
    }

    private Behavior<DriverEvent> started(DriverEvent.Started event) {
        ActorRef<EngineCommand> engine = event.engine();
        if (engines.putIfAbsent(engine, new Work(new ArrayDeque<>(), new LinkedHashSet<>())) == null) {
            getContext().watchWith(engine, new DriverEvent.Gone(engine));
            if (event.number() >= 0) {
                ofProcess.put(event.number(), engine);
            }
            awaited--;
        }
        return dealIfAllAreThere();
    }

    private Behavior<DriverEvent> begin(DriverEvent.Begin event) {
        begin = event;
        return dealIfAllAreThere();
    }

    private Behavior<DriverEvent> dealIfAllAreThere() {
        if (begin == null || awaited > 0 || dealt) {
            return this;
        }
        if (engines.isEmpty()) {
            return givenUp();
        }
        dealt = true;
        for (int task = 0; task < answers.length; task++) {
            next().waiting().add(task);
        }
        List.copyOf(engines.keySet()).forEach(this::send);
        return stoppedIfDone();
    }

    /** Returns whose turn it is. */
    private Work next() {
        List<Work> all = new ArrayList<>(engines.values());
        return all.get(turn++ % all.size());
    }

    private void send(ActorRef<EngineCommand> engine) {
        Work work = engines.get(engine);
        while (work != null
                && work.inFlight().size() < WINDOW
                && !work.waiting().isEmpty()) {
            int task = work.waiting().remove();
            int row = assignment.rows()[task];
            Dataset images = begin == null ? null : begin.images();
            if (images == null) {
                work.inFlight().add(task);
                engine.tell(
                        new EngineCommand.ClassifyImage(task, row, getContext().getSelf()));
            } else if (!images.has(row)) {
                settle(task, Answer.noSuchRow(row));
            } else if (images.image(row).length > ActorSystems.LARGEST_IMAGE) {
                settle(task, Answer.error("the image is too large to be shipped to another process"));
            } else {
                work.inFlight().add(task);
                engine.tell(new EngineCommand.ClassifyImageObject(
                        task, images.image(row), getContext().getSelf()));
            }
        }
    }

    private Behavior<DriverEvent> loaded(DriverEvent.Loaded event) {
        if (loaded.add(event.engine())) {
            // It began to load as soon as it was there.
            long loading = event.modelLoadNanos() + event.dataLoadNanos();
            assignment
                    .clock()
                    .add(Phase.ENGINE_START, Math.max(0, assignment.clock().nanos() - loading));
        }
        assignment.clock().add(Phase.MODEL_LOAD, event.modelLoadNanos());
        assignment.clock().add(Phase.DATA_LOAD, event.dataLoadNanos());
        return this;
    }

    private Behavior<DriverEvent> answered(DriverEvent.Answered event) {
        assignment.clock().add(event.answer());
        Work work = engines.get(event.engine());
        if (work != null) {
            work.inFlight().remove(event.task());
        }
        settle(event.task(), event.answer());
        send(event.engine());
        return stoppedIfDone();
    }

    private void settle(int task, Answer answer) {
        // An engine that was thought to be gone may answer after the one that stepped in.
        if (answers[task] == null) {
            answers[task] = answer;
            missing--;
            assignment.progress().imageDone();
        }
    }

    private Behavior<DriverEvent> stoppedIfDone() {
        if (missing > 0) {
            return this;
        }
        assignment.result().complete(Arrays.asList(answers));
        engines.keySet().forEach(engine -> engine.tell(new EngineCommand.Stop()));
        return Behaviors.stopped();
    }

    private Behavior<DriverEvent> givenUp() {
        assignment.result().completeExceptionally(new IllegalStateException("no engine is left: " + lastProblem));
        return Behaviors.stopped();
    }

    private Behavior<DriverEvent> failed(DriverEvent.Failed event) {
        lastProblem = event.problem();
        if (event.task() == DriverEvent.Failed.LOADING) {
            return gone(event.engine());
        }
        assignment.progress().say("an engine failed and starts anew: " + event.problem());
        Work work = engines.get(event.engine());
        if (work != null) {
            work.inFlight().remove(event.task());
        }
        attempts[event.task()]++;
        if (attempts[event.task()] < MOST_ATTEMPTS) {
            next().waiting().add(event.task());
            List.copyOf(engines.keySet()).forEach(this::send);
        } else {
            settle(event.task(), Answer.error("engines fail at it: " + event.problem()));
        }
        return stoppedIfDone();
    }

    private Behavior<DriverEvent> gone(ActorRef<EngineCommand> engine) {
        Work work = engines.remove(engine);
        if (work == null) {
            return this;
        }
        assignment.progress().say("an engine is gone, " + engines.size() + " go on");
        if (engines.isEmpty() && dealt) {
            return givenUp();
        }
        work.inFlight().forEach(task -> next().waiting().add(task));
        work.waiting().forEach(task -> next().waiting().add(task));
        List.copyOf(engines.keySet()).forEach(this::send);
        return stoppedIfDone();
    }

    private Behavior<DriverEvent> processEnded(DriverEvent.ProcessEnded event) {
        if (event.exitCode() != 0) {
            lastProblem = OutOfMemory.explain("an engine's process", event.exitCode());
            assignment.progress().say(lastProblem);
        }
        ActorRef<EngineCommand> engine = ofProcess.get(event.number());
        if (engine != null) {
            return gone(engine);
        }
        awaited--;
        return dealIfAllAreThere();
    }
}
