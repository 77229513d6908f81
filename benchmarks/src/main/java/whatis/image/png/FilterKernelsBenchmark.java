package whatis.image.png;

import org.openjdk.jmh.annotations.Benchmark;
import whatis.image.KernelsBenchmark;

/** Times the filter whose rows become vectors; the others wait for the pixel on the left. */
public class FilterKernelsBenchmark extends KernelsBenchmark {

    private final byte[] encoded = new byte[12_001];
    private final byte[] above = new byte[12_000];
    private final byte[] row = new byte[12_000];

    public FilterKernelsBenchmark() {
        random.nextBytes(encoded);
        random.nextBytes(above);
    }

    @Benchmark
    public Object up() {
        RowFilter.add(encoded, 1, above, row, row.length);
        return row;
    }
}
