package whatis.experiment.actor;

import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.Answer;

/** What the driver learns. */
sealed interface DriverEvent {

    /** What engines tell. */
    sealed interface Remote extends DriverEvent, Message {}

    /**
     * An engine takes orders; its model isn't loaded yet.
     *
     * @param number which of the driver's processes it runs in; negative if it joined from elsewhere
     */
    record Started(int number, ActorRef<EngineCommand> engine) implements Remote {}

    /**
     * An engine is loaded, for the first time or after a failure.
     *
     * @param modelLoadNanos how long the model took
     * @param dataLoadNanos how long the dataset took, 0 without one
     */
    record Loaded(ActorRef<EngineCommand> engine, long modelLoadNanos, long dataLoadNanos) implements Remote {}

    /** An engine has done a task. */
    record Answered(ActorRef<EngineCommand> engine, int task, Answer answer) implements Remote {}

    /**
     * An engine failed at a task, and restarts; or it can't be loaded, and is gone.
     *
     * @param task {@link #LOADING}, or what it failed at
     */
    record Failed(ActorRef<EngineCommand> engine, int task, String problem) implements Remote {

        static final int LOADING = -1;
    }

    /** An engine is gone for good. */
    record Gone(ActorRef<EngineCommand> engine) implements DriverEvent {}

    /** One of the driver's processes has ended. */
    record ProcessEnded(int number, int exitCode) implements DriverEvent {}

    /**
     * All is prepared for the tasks.
     *
     * @param images what to send along with the tasks; null if engines have their own
     */
    record Begin(@Nullable Dataset images) implements DriverEvent {}
}
