package whatis.experiment.actor;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Starts actor systems; {@code actors.conf} says what all of them have in common. */
final class ActorSystems {

    /** The driver's actor system, and its name within that. */
    static final String DRIVER = "driver";

    /** Longest image that can be shipped: what a frame of Pekko's remoting holds, less the rest of the message. */
    static final int LARGEST_IMAGE = (4 << 20) - (64 << 10);

    private ActorSystems() {}

    /** Starts one whose actors are in this JVM. */
    static ActorSystem<Void> local() {
        return start(DRIVER, configuration(Map.of("pekko.actor.provider", "local")));
    }

    /**
     * Starts one that others can reach.
     *
     * @param address where it listens, and how the others call it; port 0 for any
     */
    static ActorSystem<Void> remote(String name, HostAndPort address) {
        return start(
                name,
                configuration(Map.of(
                        "pekko.actor.provider",
                        "remote",
                        "pekko.remote.artery.canonical.hostname",
                        address.host(),
                        "pekko.remote.artery.canonical.port",
                        address.port())));
    }

    private static ActorSystem<Void> start(String name, Config configuration) {
        return ActorSystem.create(Behaviors.empty(), name, configuration);
    }

    private static Config configuration(Map<String, Object> settings) {
        return ConfigFactory.parseMap(settings)
                .withFallback(ConfigFactory.parseResources(ActorSystems.class, "actors.conf"))
                .withFallback(ConfigFactory.load());
    }

    /** Returns the address under which others reach an actor system. */
    static HostAndPort address(ActorSystem<?> system) {
        return new HostAndPort(
                system.address().getHost().orElse(""),
                system.address().getPort().orElse(0));
    }

    /** Returns what gives an actor a thread of its own. */
    static Props pinned() {
        return DispatcherSelector.fromConfig("engine-dispatcher");
    }
}
