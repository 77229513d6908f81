package whatis.image;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import whatis.image.HostileImages.HostileImage;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;

/**
 * Resizes hostile images on threads that share one heap, and fails if an image does harm: ends in anything but pixels or
 * a rejection, works for too long, or never ends. Those that would be too much for the heap together wait for each other.
 */
final class HostileRun {

    private static final int THREADS = 2;
    private static final double MAX_SECONDS = 3;

    /** A thread that works for three seconds may be there for longer, on a busy machine. */
    private static final long STUCK_MILLIS = 60_000;

    private static final int KIBIBYTE = 1 << 10;

    private static final ResizeTarget TARGET = ResizeTarget.whole(ImageSize.square(224));

    private final HostileImages images;
    private final int count;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private final Semaphore memory = new Semaphore((int) (ImageLimits.DEFAULT.maxMemory() / KIBIBYTE), true);
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int harmful;
    private double slowestSeconds;
    private String slowest = "";

    private HostileRun(HostileImages images, int count) {
        this.images = images;
        this.count = count;
    }

    /** Arguments: how many images, seed. */
    public static void main(String[] arguments) throws InterruptedException {
        HostileImages images = new HostileImages(Long.parseLong(arguments[1]));
        System.exit(new HostileRun(images, Integer.parseInt(arguments[0])).isHarmless() ? 0 : 1);
    }

    private boolean isHarmless() throws InterruptedException {
        Worker[] workers = new Worker[THREADS];
        for (int i = 0; i < THREADS; i++) {
            workers[i] = new Worker();
            workers[i].start();
        }
        for (Worker worker : workers) {
            while (worker.isAlive()) {
                worker.join(1000);
                worker.checkProgress();
            }
        }
        System.out.printf(
                "%d images of seed %d in %d MiB: %d harmful; slowest %.2f s: %s%n",
                count, images.seed(), Runtime.getRuntime().maxMemory() >> 20, harmful, slowestSeconds, slowest);
        outcomes.forEach((outcome, times) -> System.out.printf("%6d %s%n", times, outcome));
        return harmful == 0
                && outcomes.values().stream().mapToInt(Integer::intValue).sum() == count;
    }

    private synchronized void record(int number, HostileImage image, double seconds, String outcome, boolean harm) {
        outcomes.merge(outcome, 1, Integer::sum);
        if (seconds > slowestSeconds) {
            slowestSeconds = seconds;
            slowest = number + ", " + image.origin();
        }
        if (harm || seconds > MAX_SECONDS) {
            harmful++;
            System.out.printf("HARM: image %d, %s: %s after %.2f s%n", number, image.origin(), outcome, seconds);
        }
    }

    private final class Worker extends Thread {

        private volatile int number = -1;
        private volatile long began = System.nanoTime();

        @Override
        public void run() {
            for (number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                HostileImage image = images.image(number);
                began = System.nanoTime();
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                String outcome;
                boolean harm = false;
                try {
                    resize(image.bytes());
                    outcome = "resized";
                } catch (ImageRejectedException rejection) {
                    outcome = String.valueOf(rejection.getMessage()).replaceAll("[0-9,]*[0-9]", "N");
                } catch (Throwable surprise) {
                    outcome = surprise.toString();
                    harm = true;
                }
                long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                record(number, image, nanos / 1e9, outcome, harm);
            }
        }

        private void resize(byte[] encoded) {
            EncodedImage image = decoder.open(encoded);
            long bytes = image.memoryToResize(TARGET, ResamplingFilter.BILINEAR);
            ImageLimits.DEFAULT.checkMemory(bytes);
            int permits = (int) (bytes / KIBIBYTE);
            memory.acquireUninterruptibly(permits);
            try {
                image.resize(TARGET, ResamplingFilter.BILINEAR);
            } finally {
                memory.release(permits);
            }
        }

        private void checkProgress() {
            if (isAlive() && (System.nanoTime() - began) / 1_000_000 > STUCK_MILLIS) {
                System.out.printf(
                        "STUCK: image %d, %s%n", number, images.image(number).origin());
                for (StackTraceElement element : getStackTrace()) {
                    System.out.println("  " + element);
                }
                System.exit(1);
            }
        }
    }
}
