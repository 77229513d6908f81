package whatis.image.webp.lossy;

/**
 * Smooths edges: RFC 6386, section 15. Some places along an edge are smoothed at once, without branches: the noise of
 * photographs would mislead each. Not safe for use by several threads.
 */
final class EdgeFilter {

    /** The distance of the first sample across an edge from the first behind it. */
    private static final int REACH = 4;

    private static final int ROWS = 4;

    private static final long LOW_HALF = 0x00000000ffffffffL;
    private static final long EVEN_QUARTERS = 0x0000ffff0000ffffL;

    private final EdgeLanes even = new EdgeLanes();
    private final EdgeLanes odd = new EdgeLanes();

    /**
     * Smooths an upright edge, four rows at once.
     *
     * @param at the first sample behind the edge
     * @param length of the edge, a multiple of eight
     */
    void upright(byte[] s, int at, int stride, int length, EdgeKind kind, FilterStrength strength) {
        for (int q = at - REACH; q < at + length * stride - REACH; q += ROWS * stride) {
            load(
                    (long) Plane.LONG.get(s, q),
                    (long) Plane.LONG.get(s, q + stride),
                    (long) Plane.LONG.get(s, q + 2 * stride),
                    (long) Plane.LONG.get(s, q + 3 * stride));
            if (even.smooth(kind, strength)) {
                store(s, q, stride);
            }
        }
    }

    /** Takes rows: swaps halves of them between the first two and the last two, and then quarters. */
    private void load(long row0, long row1, long row2, long row3) {
        long left0 = row0 & LOW_HALF | row2 << 32;
        long left1 = row1 & LOW_HALF | row3 << 32;
        long right0 = row0 >>> 32 | row2 & ~LOW_HALF;
        long right1 = row1 >>> 32 | row3 & ~LOW_HALF;
        long p3AndP2 = left0 & EVEN_QUARTERS | (left1 & EVEN_QUARTERS) << 16;
        long p1AndP0 = left0 >>> 16 & EVEN_QUARTERS | left1 & ~EVEN_QUARTERS;
        long q0AndQ1 = right0 & EVEN_QUARTERS | (right1 & EVEN_QUARTERS) << 16;
        long q2AndQ3 = right0 >>> 16 & EVEN_QUARTERS | right1 & ~EVEN_QUARTERS;
        even.take(p3AndP2, p3AndP2 >>> 8, p1AndP0, p1AndP0 >>> 8, q0AndQ1, q0AndQ1 >>> 8, q2AndQ3, q2AndQ3 >>> 8);
    }

    /** Puts rows back. */
    private void store(byte[] s, int at, int stride) {
        long p3AndP2 = even.p3 | even.p2 << 8;
        long p1AndP0 = even.p1 | even.p0 << 8;
        long q0AndQ1 = even.q0 | even.q1 << 8;
        long q2AndQ3 = even.q2 | even.q3 << 8;
        long left0 = p3AndP2 & EVEN_QUARTERS | (p1AndP0 & EVEN_QUARTERS) << 16;
        long left1 = p3AndP2 >>> 16 & EVEN_QUARTERS | p1AndP0 & ~EVEN_QUARTERS;
        long right0 = q0AndQ1 & EVEN_QUARTERS | (q2AndQ3 & EVEN_QUARTERS) << 16;
        long right1 = q0AndQ1 >>> 16 & EVEN_QUARTERS | q2AndQ3 & ~EVEN_QUARTERS;
        Plane.LONG.set(s, at, left0 & LOW_HALF | right0 << 32);
        Plane.LONG.set(s, at + stride, left1 & LOW_HALF | right1 << 32);
        Plane.LONG.set(s, at + 2 * stride, left0 >>> 32 | right0 & ~LOW_HALF);
        Plane.LONG.set(s, at + 3 * stride, left1 >>> 32 | right1 & ~LOW_HALF);
    }

    /** Smooths a level edge, eight columns at once. */
    void level(byte[] s, int at, int stride, int length, EdgeKind kind, FilterStrength strength) {
        for (int q = at; q < at + length; q += Long.BYTES) {
            long p3 = (long) Plane.LONG.get(s, q - 4 * stride);
            long p2 = (long) Plane.LONG.get(s, q - 3 * stride);
            long p1 = (long) Plane.LONG.get(s, q - 2 * stride);
            long p0 = (long) Plane.LONG.get(s, q - stride);
            long q0 = (long) Plane.LONG.get(s, q);
            long q1 = (long) Plane.LONG.get(s, q + stride);
            long q2 = (long) Plane.LONG.get(s, q + 2 * stride);
            long q3 = (long) Plane.LONG.get(s, q + 3 * stride);
            even.take(p3, p2, p1, p0, q0, q1, q2, q3);
            odd.take(p3 >>> 8, p2 >>> 8, p1 >>> 8, p0 >>> 8, q0 >>> 8, q1 >>> 8, q2 >>> 8, q3 >>> 8);
            if (even.smooth(kind, strength) | odd.smooth(kind, strength)) {
                Plane.LONG.set(s, q - 3 * stride, even.p2 | odd.p2 << 8);
                Plane.LONG.set(s, q - 2 * stride, even.p1 | odd.p1 << 8);
                Plane.LONG.set(s, q - stride, even.p0 | odd.p0 << 8);
                Plane.LONG.set(s, q, even.q0 | odd.q0 << 8);
                Plane.LONG.set(s, q + stride, even.q1 | odd.q1 << 8);
                Plane.LONG.set(s, q + 2 * stride, even.q2 | odd.q2 << 8);
            }
        }
    }
}
