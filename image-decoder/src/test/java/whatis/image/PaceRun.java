package whatis.image;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/** Reads names of files from standard input, and answers each with the CPU time, in ms, to decode and resize that
 * file, and the bytes that this allocated. */
final class PaceRun {

    private PaceRun() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        ImageDecoder decoder = new ImageDecoder(new ImageLimits(100_000_000, Duration.ofSeconds(20), 1 << 30));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = files.readLine(); file != null; file = files.readLine()) {
            byte[] encoded = Files.readAllBytes(Path.of(file));
            long allocated = threads.getThreadAllocatedBytes(thread);
            long start = threads.getCurrentThreadCpuTime();
            decoder.resize(encoded, new ImageSize(224, 224), ResamplingFilter.BILINEAR);
            double milliseconds = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            System.out.println(milliseconds + " " + (threads.getThreadAllocatedBytes(thread) - allocated));
        }
    }
}
