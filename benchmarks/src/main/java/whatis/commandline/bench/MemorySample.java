package whatis.commandline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The memory of a JVM at a moment, as Linux counts it, in bytes of RAM.
 *
 * @param resident all of it
 * @param heap what the Java heap has of it, garbage included
 */
record MemorySample(long resident, long heap) {

    /**
     * Below it the JVM puts a heap, so that 32 bits and a shift reach every object (compressed oops); Linux puts nothing else of
     * a program there, and the JVM's archive of classes begins here.
     */
    private static final long END_OF_HEAP = 1L << 35;

    private static final String RANGE = "^([0-9a-f]+)-[0-9a-f]+ .*";

    /**
     * Reads the memory of a process on this machine.
     *
     * @throws IOException if it has ended, or is another user's
     */
    static MemorySample of(long pid) throws IOException {
        List<String> mappings = Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps"));
        long resident = 0;
        long heap = 0;
        boolean inHeap = false;
        for (String line : mappings) {
            if (line.startsWith("Rss:")) {
                long bytes = Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                resident += bytes;
                heap += inHeap ? bytes : 0;
            } else if (line.matches(RANGE)) {
                inHeap = Long.parseUnsignedLong(line.replaceFirst(RANGE, "$1"), 16) < END_OF_HEAP;
            }
        }
        return new MemorySample(resident, heap);
    }

    /** Returns what the JVM itself and libtorch have. */
    long outsideHeap() {
        return resident - heap;
    }
}
