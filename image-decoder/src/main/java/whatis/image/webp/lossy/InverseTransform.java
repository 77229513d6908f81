package whatis.image.webp.lossy;

import whatis.image.raster.Samples;

/**
 * Turns coefficients into differences from the prediction: RFC 6386, section 14. Where sums leave 16 bits, it wraps them
 * exactly where libwebp's vector instructions do.
 */
final class InverseTransform {

    /** The square root of two by the cosine of pi / 8, less one, and by its sine, in units of 2^-16. */
    private static final int COSINE_LESS_ONE = 20091;

    private static final int SINE = 35468;

    private InverseTransform() {}

    /** Spreads the block of first coefficients over the blocks that they belong to. */
    static void lumaDc(int[] dc, int[] coefficients) {
        for (int i = 0; i < 4; i++) {
            int a = dc[i] + dc[12 + i];
            int b = dc[4 + i] + dc[8 + i];
            int c = dc[4 + i] - dc[8 + i];
            int d = dc[i] - dc[12 + i];
            dc[i] = a + b;
            dc[4 + i] = d + c;
            dc[8 + i] = a - b;
            dc[12 + i] = d - c;
        }
        for (int i = 0; i < 16; i += 4) {
            int a = dc[i] + dc[i + 3] + 3;
            int b = dc[i + 1] + dc[i + 2];
            int c = dc[i + 1] - dc[i + 2];
            int d = dc[i] - dc[i + 3] + 3;
            int to = i * ResidualReader.BLOCK;
            coefficients[to] = (short) (a + b >> 3);
            coefficients[to + ResidualReader.BLOCK] = (short) (d + c >> 3);
            coefficients[to + 2 * ResidualReader.BLOCK] = (short) (a - b >> 3);
            coefficients[to + 3 * ResidualReader.BLOCK] = (short) (d - c >> 3);
        }
    }

    /** Adds a block with any coefficients to the samples from an index on. */
    static void addAny(int[] c, int from, byte[] samples, int at, int stride, int[] columns) {
        for (int i = 0; i < 4; i++) {
            int c0 = c[from + i];
            int c1 = c[from + 4 + i];
            int c2 = c[from + 8 + i];
            int c3 = c[from + 12 + i];
            int odd = sine(c1) - cosine(c3);
            int even = cosine(c1) + sine(c3);
            columns[i] = (short) (c0 + c2 + even);
            columns[4 + i] = (short) (c0 - c2 + odd);
            columns[8 + i] = (short) (c0 - c2 - odd);
            columns[12 + i] = (short) (c0 + c2 - even);
        }
        int row = at;
        for (int i = 0; i < 16; i += 4) {
            int sum = columns[i] + columns[i + 2] + 4;
            int difference = columns[i] - columns[i + 2] + 4;
            int odd = sine(columns[i + 1]) - cosine(columns[i + 3]);
            int even = cosine(columns[i + 1]) + sine(columns[i + 3]);
            add(samples, row, (short) (sum + even) >> 3);
            add(samples, row + 1, (short) (difference + odd) >> 3);
            add(samples, row + 2, (short) (difference - odd) >> 3);
            add(samples, row + 3, (short) (sum - even) >> 3);
            row += stride;
        }
    }

    /** Adds a block with no more than its first, second and fifth coefficient. */
    static void addFew(int[] c, int from, byte[] samples, int at, int stride) {
        int dc = c[from] + 4;
        int sine = sine(c[from + 4]);
        int cosine = cosine(c[from + 4]);
        int acrossSine = sine(c[from + 1]);
        int acrossCosine = cosine(c[from + 1]);
        addRow(dc + cosine, acrossSine, acrossCosine, samples, at);
        addRow(dc + sine, acrossSine, acrossCosine, samples, at + stride);
        addRow(dc - sine, acrossSine, acrossCosine, samples, at + 2 * stride);
        addRow(dc - cosine, acrossSine, acrossCosine, samples, at + 3 * stride);
    }

    private static void addRow(int dc, int sine, int cosine, byte[] samples, int at) {
        add(samples, at, dc + cosine >> 3);
        add(samples, at + 1, dc + sine >> 3);
        add(samples, at + 2, dc - sine >> 3);
        add(samples, at + 3, dc - cosine >> 3);
    }

    /** Adds the same to each of 16 samples. */
    static void addFlat(int difference, byte[] samples, int at, int stride) {
        int row = at;
        for (int i = 0; i < 4; i++) {
            add(samples, row, difference);
            add(samples, row + 1, difference);
            add(samples, row + 2, difference);
            add(samples, row + 3, difference);
            row += stride;
        }
    }

    private static int cosine(int coefficient) {
        return (coefficient * COSINE_LESS_ONE >> 16) + coefficient;
    }

    private static int sine(int coefficient) {
        return coefficient * SINE >> 16;
    }

    private static void add(byte[] samples, int at, int difference) {
        samples[at] = (byte) Samples.clamp((samples[at] & 0xff) + difference);
    }
}
