package whatis.wikipedia.encyclopedia;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Gives up on names that another resolver doesn't find in time. The system's waits many seconds for name servers that are
 * silent, and nothing ends it earlier; it then goes on in a thread of its own. Safe for use by many threads.
 */
final class TimelyDns implements Dns {

    private final Dns resolver;
    private final Duration patience;

    TimelyDns(Dns resolver, Duration patience) {
        this.resolver = resolver;
        this.patience = patience;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> resolver.lookup(host));
        Thread thread = new Thread(lookup, "name-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnknownHostException(host + ": no name server has answered in time");
        } catch (ExecutionException e) {
            throw new UnknownHostException(host + ": the name is not known");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": interrupted");
        }
    }
}
