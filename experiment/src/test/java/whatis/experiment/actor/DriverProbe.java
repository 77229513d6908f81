package whatis.experiment.actor;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Stands where the driver would, and keeps what engines tell. */
final class DriverProbe {

    private final BlockingQueue<DriverEvent> events = new LinkedBlockingQueue<>();
    private final ActorRef<DriverEvent> ref;

    DriverProbe(ActorSystem<Void> system) {
        ref = system.systemActorOf(
                Behaviors.receiveMessage(event -> {
                    events.add(event);
                    return Behaviors.same();
                }),
                "probe",
                Props.empty());
    }

    ActorRef<DriverEvent> ref() {
        return ref;
    }

    /** Returns the next event of a kind, and forgets those before it. */
    <T extends DriverEvent> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            DriverEvent event = events.poll(1, TimeUnit.MINUTES);
            if (event == null) {
                throw new AssertionError("no " + kind.getSimpleName());
            }
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }
}
