package whatis.service.upload;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import whatis.service.problem.Problem;
import whatis.web.bounds.ReplaceableListener;
import whatis.web.problem.ProblemException;

/**
 * Lets the body of a request arrive before anything is done about it: the request leaves its thread, and is dispatched
 * again when the body is in memory. Safe for use by many threads; close it to end its own.
 */
final class Arrivals implements HandlerInterceptor, AutoCloseable {

    /** Room for boundaries, headers and other fields of a form. */
    private static final int FORM_OVERHEAD = 64 << 10;

    private static final String ATTRIBUTE = Arrival.class.getName();

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final UploadSettings settings;
    private final int limit;
    private final Semaphore memory;
    private final Set<Arrival> arriving = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "upload-watch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param memory how many bytes all bodies may take together
     * @throws IllegalArgumentException if a single one may be larger
     */
    Arrivals(UploadSettings settings, long memory) {
        if (settings.limit().toBytes() > memory) {
            throw new IllegalArgumentException("limit must be at most a quarter of the heap, %d MB, not %s"
                    .formatted(memory >> 20, settings.limit()));
        }
        this.settings = settings;
        this.limit = Math.toIntExact(settings.limit().toBytes()) + FORM_OVERHEAD;
        this.memory = new Semaphore(Math.toIntExact((memory + FORM_OVERHEAD) >> 10));
        watch.scheduleWithFixedDelay(this::look, INTERVAL.toNanos(), INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        for (Arrival arrival : arriving) {
            try {
                arrival.look();
            } catch (IllegalStateException e) {
                // Its connection broke in the same moment.
                arriving.remove(arrival);
            }
        }
    }

    /** Returns the body of a request that is handled. */
    static byte[] body(HttpServletRequest request) {
        return ((Arrival) request.getAttribute(ATTRIBUTE)).body();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getAttribute(ATTRIBUTE) instanceof Arrival arrival) {
            arrival.check();
            return true;
        }
        begin(request);
        return false;
    }

    private void begin(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(Problem.UNSUPPORTED_CONTENT_ENCODING);
        }
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw new ProblemException(Problem.UPLOAD_TOO_LARGE);
        }
        AsyncContext context = request.startAsync();
        // The watch knows better: how long it may take depends on what has come.
        context.setTimeout(0);
        int most = announced < 0 ? limit : (int) announced;
        Arrival arrival = new Arrival(context, request.getInputStream(), most, memory, settings);
        request.setAttribute(ATTRIBUTE, arrival);
        arriving.add(arrival);
        context.addListener(new OnceAnswered(() -> {
            arriving.remove(arrival);
            arrival.release();
        }));
        request.getInputStream().setReadListener(new ReplaceableListener(arrival));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
