package whatis.experiment.actor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import whatis.experiment.dataset.Dataset;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Clock;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Progress;
import whatis.experiment.variant.Variant;
import whatis.experiment.variant.VariantSettings;

/** Variants C1 and C2: an engine a core, from which one driver orders answers. */
public final class Actors {

    private static final int JOINED = -1;

    private Actors() {}

    /** Starts engines, has them answer all rows, and ends them. */
    public static Measurement run(VariantSettings settings, Progress progress) throws Exception {
        ActorSystem<Void> system = settings.inProcess()
                ? ActorSystems.local()
                : ActorSystems.remote(ActorSystems.DRIVER, address(settings));
        try {
            if (settings.joining() > 0) {
                progress.say("engines on other hosts can join at " + ActorSystems.address(system));
            }
            return measure(system, settings, progress);
        } finally {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().join();
        }
    }

    /**
     * Prepares the process of an engine without a dataset that serves a driver on another host.
     *
     * @param driver where the driver listens
     * @param address where the engine listens, and by which the driver reaches it
     */
    public static ProcessBuilder joining(HostAndPort driver, HostAndPort address) {
        return Engines.process(EngineProgram.arguments(JOINED, driver, address, List.of()));
    }

    private static HostAndPort address(VariantSettings settings) {
        return settings.address() == null ? HostAndPort.LOOPBACK : HostAndPort.parse(settings.address());
    }

    private static Measurement measure(ActorSystem<Void> system, VariantSettings settings, Progress progress)
            throws Exception {
        int engines = settings.cores() + settings.joining();
        boolean resident = settings.variant() == Variant.C1;
        List<Path> files = resident ? settings.paths() : List.of();
        CompletableFuture<List<Answer>> result = new CompletableFuture<>();
        Clock clock = new Clock(engines);
        ActorRef<DriverEvent> driver = system.systemActorOf(
                Driver.create(new Driver.Assignment(settings.rows().rows(), engines, clock, progress, result)),
                ActorSystems.DRIVER,
                Props.empty());
        List<Answer> answers;
        try (Engines started = new Engines(system, driver)) {
            if (settings.inProcess()) {
                started.startThreads(settings.cores(), files);
            } else {
                started.startProcesses(settings.cores(), files);
            }
            driver.tell(new DriverEvent.Begin(resident ? null : images(settings, clock)));
            answers = result.get();
        }
        Shipping shipping = Shipping.Id.INSTANCE.get(Adapter.toClassic(system));
        if (shipping.bytes() > 0) {
            clock.addBeside(Phase.SHIPPING, shipping.nanos());
        }
        return clock.stop(shipping.bytes(), answers);
    }

    private static Dataset images(VariantSettings settings, Clock clock) throws Exception {
        long begin = System.nanoTime();
        Dataset images = Dataset.load(settings.paths());
        clock.addBeside(Phase.DATA_LOAD, System.nanoTime() - begin);
        return images;
    }
}
