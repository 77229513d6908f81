package whatis.experiment.actor;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor system with one engine that takes orders from a driver elsewhere. It ends with either of the two. */
public final class EngineHost {

    private static final int JOINED = -1;

    private final ActorSystem<Void> system;

    private EngineHost(ActorSystem<Void> system) {
        this.system = system;
    }

    /**
     * Offers an engine without a dataset to a driver on another host.
     *
     * @param driver where the driver listens
     * @param address where this host listens, and by which the driver reaches it
     */
    public static EngineHost join(HostAndPort driver, HostAndPort address) {
        return start(JOINED, driver, address, Engines.loading(List.of()));
    }

    static EngineHost start(int number, HostAndPort driver, HostAndPort address, InferenceEngine.Loading loading) {
        ActorSystem<Void> system = ActorSystems.remote("engine", address);
        ActorRef<DriverEvent> reference = ActorRefResolver.get(system)
                .resolveActorRef("pekko://%s@%s/system/%s".formatted(ActorSystems.DRIVER, driver, ActorSystems.DRIVER));
        system.systemActorOf(warden(number, reference, loading), "warden", Props.empty());
        return new EngineHost(system);
    }

    private static Behavior<Void> warden(int number, ActorRef<DriverEvent> driver, InferenceEngine.Loading loading) {
        return Behaviors.setup(context -> {
            ActorRef<EngineCommand> engine =
                    context.spawn(InferenceEngine.create(loading, driver), "engine", ActorSystems.pinned());
            context.watch(engine);
            context.watch(driver);
            driver.tell(new DriverEvent.Started(number, engine));
            return Behaviors.receive(Void.class)
                    .onSignal(Terminated.class, gone -> {
                        context.getSystem().terminate();
                        return Behaviors.stopped();
                    })
                    .build();
        });
    }

    /** Waits until the engine or the driver has ended. */
    public void awaitEnd() throws InterruptedException, ExecutionException {
        system.getWhenTerminated().toCompletableFuture().get();
    }
}
