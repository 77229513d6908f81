package whatis.experiment.actor;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor system with one engine that takes orders from a driver elsewhere. It ends with either of the two. */
final class EngineHost {

    private final ActorSystem<Void> system;
    private final AtomicBoolean driverGone = new AtomicBoolean();

    private EngineHost(ActorSystem<Void> system) {
        this.system = system;
    }

    /** @param address where it listens, and by which the driver reaches it */
    static EngineHost start(int number, HostAndPort driver, HostAndPort address, InferenceEngine.Loading loading) {
        ActorSystem<Void> system = ActorSystems.remote("engine", address);
        ActorRef<DriverEvent> reference = ActorRefResolver.get(system)
                .resolveActorRef("pekko://%s@%s/system/%s".formatted(ActorSystems.DRIVER, driver, ActorSystems.DRIVER));
        EngineHost host = new EngineHost(system);
        system.systemActorOf(host.warden(number, reference, loading), "warden", Props.empty());
        return host;
    }

    private Behavior<Void> warden(int number, ActorRef<DriverEvent> driver, InferenceEngine.Loading loading) {
        return Behaviors.setup(context -> {
            ActorRef<EngineCommand> engine =
                    context.spawn(InferenceEngine.create(loading, driver), "engine", ActorSystems.pinned());
            context.watch(engine);
            context.watch(driver);
            driver.tell(new DriverEvent.Started(number, engine));
            return Behaviors.receive(Void.class)
                    .onSignal(Terminated.class, gone -> {
                        driverGone.set(!gone.getRef().equals(engine));
                        context.getSystem().terminate();
                        return Behaviors.stopped();
                    })
                    .build();
        });
    }

    /**
     * Waits until the engine or the driver has ended.
     *
     * @return whether it was the engine
     */
    boolean awaitEnd() throws InterruptedException, ExecutionException {
        system.getWhenTerminated().toCompletableFuture().get();
        return !driverGone.get();
    }
}
