package whatis.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Watches how much memory a process and all that came of it take, until it is closed. Pages that several of them share count
 * once (Linux' Pss).
 */
final class ProcessMemory implements AutoCloseable {

    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(200);
    private static final int KIB = 1024;

    private final ProcessHandle root;
    private final Thread sampler = new Thread(this::sample, "process-memory");
    private volatile long peak;
    private volatile boolean closed;

    ProcessMemory(ProcessHandle root) {
        this.root = root;
        sampler.setDaemon(true);
        sampler.start();
    }

    /** Returns the most bytes so far; 0 where the operating system doesn't tell. */
    long peak() {
        return peak;
    }

    @Override
    public void close() {
        closed = true;
        sampler.interrupt();
    }

    private void sample() {
        while (!closed) {
            long sum = Stream.concat(Stream.of(root), root.descendants())
                    .mapToLong(process -> proportionalSetSize(process.pid()))
                    .sum();
            peak = Math.max(peak, sum);
            try {
                Thread.sleep(BETWEEN_SAMPLES.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long proportionalSetSize(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                    .sum();
        } catch (IOException | RuntimeException e) {
            // It has ended meanwhile, or this is not Linux.
            return 0;
        }
    }
}
