package whatis.experiment.actor;

import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;

/** Counts what one actor system sends to and gets from other processes. Safe for use by many threads. */
final class Shipping implements Extension {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** What Pekko finds an actor system's counter with. */
    static final class Id extends AbstractExtensionId<Shipping> {

        static final Id INSTANCE = new Id();

        @Override
        public Shipping createExtension(ExtendedActorSystem system) {
            return new Shipping();
        }
    }

    void add(long messageBytes, long messageNanos) {
        bytes.add(messageBytes);
        nanos.add(messageNanos);
    }

    long bytes() {
        return bytes.sum();
    }

    /** Returns the time that writing and reading messages took. */
    long nanos() {
        return nanos.sum();
    }
}
