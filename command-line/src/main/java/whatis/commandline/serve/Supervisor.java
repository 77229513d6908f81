package whatis.commandline.serve;

import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Runs classifier-service and wikipedia-service. Both have to start. Later on, pictures can still be named without
 * wikipedia-service: it is started again, at once but not twice in a minute. Without classifier-service all ends.
 *
 * <p>One thread calls {@link #run}; any thread may end it with {@link #close}.
 */
final class Supervisor implements AutoCloseable {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_RESTARTS = Duration.ofMinutes(1);

    private final Services services;
    private final PrintWriter err;

    private final List<ServiceProcess> started = new ArrayList<>();
    private volatile boolean closed;

    Supervisor(Services services, PrintWriter err) {
        this.services = services;
        this.err = err;
    }

    /**
     * Starts the services and stays with them.
     *
     * @param whenReady called once both are ready
     * @throws ServeException if one of them doesn't start, or when classifier-service has ended
     * @throws CancellationException after a call of {@link #close}
     */
    void run(Runnable whenReady) throws InterruptedException {
        services.classifier().requireStartable();
        services.wikipedia().requireStartable();
        ServiceProcess classifier = start(services.classifier());
        ServiceProcess wikipedia = start(services.wikipedia());
        say("starting classifier-service and wikipedia-service");
        await(List.of(classifier, wikipedia));
        whenReady.run();
        watch(classifier, wikipedia);
    }

    private synchronized ServiceProcess start(Service service) {
        throwIfClosed();
        ServiceProcess process = ServiceProcess.start(service, err);
        started.add(process);
        return process;
    }

    /** Waits for as long as it takes, as a model may have to be downloaded. */
    private void await(List<ServiceProcess> processes) throws InterruptedException {
        HttpClient client = Readiness.client();
        long begin = System.nanoTime();
        Duration nextNews = BETWEEN_NEWS;
        for (ServiceProcess process : processes) {
            Service service = process.service();
            Readiness readiness = Readiness.ask(service, client);
            while (readiness != Readiness.READY) {
                for (ServiceProcess each : processes) {
                    requireAlive(each);
                }
                Duration passed = Duration.ofNanos(System.nanoTime() - begin);
                if (readiness == Readiness.SILENT && passed.compareTo(service.startup()) > 0) {
                    throw new ServeException("%s runs, but has not answered at %s for %d s"
                            .formatted(service.name(), service.url("/"), passed.toSeconds()));
                }
                if (passed.compareTo(nextNews) > 0) {
                    say("%s is not ready yet (%d s)".formatted(service.name(), passed.toSeconds()));
                    nextNews = nextNews.plus(BETWEEN_NEWS);
                }
                Thread.sleep(BETWEEN_QUESTIONS.toMillis());
                readiness = Readiness.ask(service, client);
            }
        }
    }

    private void watch(ServiceProcess classifier, ServiceProcess firstWikipedia) throws InterruptedException {
        ServiceProcess wikipedia = firstWikipedia;
        long mayRestart = System.nanoTime();
        while (true) {
            CompletableFuture.anyOf(classifier.onExit(), wikipedia.onExit()).join();
            requireAlive(classifier);
            throwIfClosed();
            Duration pause = Duration.ofNanos(Math.max(0, mayRestart - System.nanoTime()));
            say(wikipedia.describeEnd());
            say("there are no articles until wikipedia-service runs again; it is started "
                    + (pause.isZero() ? "now" : "in " + pause.toSeconds() + " s"));
            classifier.endsWithin(pause);
            requireAlive(classifier);
            wikipedia = start(services.wikipedia());
            mayRestart = System.nanoTime() + BETWEEN_RESTARTS.toNanos();
        }
    }

    private void requireAlive(ServiceProcess process) throws InterruptedException {
        if (!process.isAlive()) {
            throwIfClosed();
            throw new ServeException(process.describeEnd());
        }
    }

    private void throwIfClosed() {
        if (closed) {
            throw new CancellationException("closed");
        }
    }

    /** Stops classifier-service first, as the requests that it finishes may still need an article. */
    @Override
    public synchronized void close() {
        closed = true;
        started.removeIf(process -> !process.isAlive());
        if (!started.isEmpty()) {
            say("stopping");
        }
        for (ServiceProcess process : started) {
            Service service = process.service();
            if (!process.stop()) {
                say("%s did not stop within %d s and was killed"
                        .formatted(service.name(), service.grace().toSeconds()));
            }
        }
    }

    private void say(String message) {
        err.println("whatis: " + message);
    }
}
