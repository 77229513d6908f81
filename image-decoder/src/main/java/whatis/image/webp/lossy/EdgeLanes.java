package whatis.image.webp.lossy;

/**
 * Four places of an edge, and what is across it there: RFC 6386, section 15. Samples p3 to p0 come before the edge, and q0
 * to q3 after, each in four {@link Lanes}.
 */
final class EdgeLanes {

    /** Added to a step, 3 * (q0 - p0) + p1 - q1, so that it stays above zero. */
    private static final int STEP_BIAS = 0x800;

    /** An eighth of a step is cut to five bits, from -16 on. */
    private static final int EIGHTH_BITS = 5;

    private static final int EIGHTH_BIAS = 16;

    /** Steps, and what p1 - q1 adds to them, are cut to eight bits, from -128 on. */
    private static final int BYTE_BIAS = 128;

    long p3;
    long p2;
    long p1;
    long p0;
    long q0;
    long q1;
    long q2;
    long q3;

    /** Takes the even bytes of samples. */
    void take(long p3, long p2, long p1, long p0, long q0, long q1, long q2, long q3) {
        this.p3 = p3 & Lanes.EVEN_BYTES;
        this.p2 = p2 & Lanes.EVEN_BYTES;
        this.p1 = p1 & Lanes.EVEN_BYTES;
        this.p0 = p0 & Lanes.EVEN_BYTES;
        this.q0 = q0 & Lanes.EVEN_BYTES;
        this.q1 = q1 & Lanes.EVEN_BYTES;
        this.q2 = q2 & Lanes.EVEN_BYTES;
        this.q3 = q3 & Lanes.EVEN_BYTES;
    }

    /** Returns whether anything may have changed. */
    boolean smooth(EdgeKind kind, FilterStrength strength) {
        return switch (kind) {
            case OUTER -> outer(strength);
            case INNER -> inner(strength);
            case SIMPLE_OUTER -> simple(strength.outer());
            case SIMPLE_INNER -> simple(strength.inner());
        };
    }

    private boolean outer(FilterStrength strength) {
        long smoothed = Lanes.mask(isGentle(strength.outer()) & isEven(strength.interior()));
        if (smoothed == 0) {
            return false;
        }
        long flat = Lanes.mask(isFlat(strength.variance()));
        long step = step() + difference() - Lanes.all(BYTE_BIAS);
        long narrow = Lanes.choose(smoothed & ~flat, step, Lanes.all(STEP_BIAS));
        long wide = Lanes.choose(smoothed & flat, step, Lanes.all(STEP_BIAS));
        long w = 9 * Lanes.clamp(wide - Lanes.all(STEP_BIAS - BYTE_BIAS - 256), 8);
        long w2 = Lanes.shift(w + Lanes.all(63), 7);
        long w1 = Lanes.shift(2 * w + Lanes.all(63), 7);
        long w0 = Lanes.shift(3 * w + Lanes.all(63), 7);
        p2 = sum(p2, w2, 9);
        p1 = sum(p1, w1, 18);
        p0 = sum(p0, w0 + eighth(narrow, 3), 27 + EIGHTH_BIAS);
        q0 = difference(q0, w0 + eighth(narrow, 4), 27 + EIGHTH_BIAS);
        q1 = difference(q1, w1, 18);
        q2 = difference(q2, w2, 9);
        return true;
    }

    private boolean inner(FilterStrength strength) {
        long smoothed = Lanes.mask(isGentle(strength.inner()) & isEven(strength.interior()));
        if (smoothed == 0) {
            return false;
        }
        long flat = Lanes.mask(isFlat(strength.variance()));
        long beside = Lanes.choose(flat, Lanes.all(BYTE_BIAS), difference()) - Lanes.all(BYTE_BIAS);
        long step = Lanes.choose(smoothed, step() + beside, Lanes.all(STEP_BIAS));
        long a = eighth(step, 4);
        long half = Lanes.choose(flat, Lanes.shift(a + Lanes.all(1), 1), Lanes.all(EIGHTH_BIAS / 2));
        p1 = sum(p1, half, EIGHTH_BIAS / 2);
        p0 = sum(p0, eighth(step, 3), EIGHTH_BIAS);
        q0 = difference(q0, a, EIGHTH_BIAS);
        q1 = difference(q1, half, EIGHTH_BIAS / 2);
        return true;
    }

    private boolean simple(int limit) {
        long smoothed = Lanes.mask(isGentle(limit));
        long step = Lanes.choose(smoothed, step() + difference() - Lanes.all(BYTE_BIAS), Lanes.all(STEP_BIAS));
        p0 = sum(p0, eighth(step, 3), EIGHTH_BIAS);
        q0 = difference(q0, eighth(step, 4), EIGHTH_BIAS);
        return smoothed != 0;
    }

    /** Tells where 4 * |p0 - q0| + |p1 - q1| is within a limit, that is, with any signs. */
    private long isGentle(int limit) {
        return Lanes.isWithin(4 * p0 + p1, 4 * q0 + q1, limit) & Lanes.isWithin(4 * p0 + q1, 4 * q0 + p1, limit);
    }

    /** Tells where no neighbours on one side of the edge differ by more than a limit. */
    private long isEven(int limit) {
        return Lanes.isWithin(p3, p2, limit)
                & Lanes.isWithin(p2, p1, limit)
                & Lanes.isWithin(p1, p0, limit)
                & Lanes.isWithin(q1, q0, limit)
                & Lanes.isWithin(q2, q1, limit)
                & Lanes.isWithin(q3, q2, limit);
    }

    /** Tells where the neighbours beside the edge differ little from those at it. */
    private long isFlat(int limit) {
        return Lanes.isWithin(p1, p0, limit) & Lanes.isWithin(q1, q0, limit);
    }

    /** Returns 3 * (q0 - p0), raised by {@link #STEP_BIAS}. */
    private long step() {
        return Lanes.all(STEP_BIAS) + 3 * q0 - 3 * p0;
    }

    /** Returns p1 - q1 cut to a signed byte, raised by {@link #BYTE_BIAS}. */
    private long difference() {
        return Lanes.clamp(p1 + Lanes.all(BYTE_BIAS + 256) - q1, 8);
    }

    /** Returns an eighth of a step, from -16 to 15, raised by {@link #EIGHTH_BIAS}. */
    private static long eighth(long step, int rounding) {
        int surplus = STEP_BIAS - 8 * (EIGHTH_BIAS + (1 << EIGHTH_BITS)) - rounding;
        return Lanes.clamp(Lanes.shift(step - Lanes.all(surplus), 3), EIGHTH_BITS);
    }

    /** Adds to samples what is raised by a bias. */
    private static long sum(long samples, long change, int bias) {
        return Lanes.clamp(samples + change + Lanes.all(256 - bias), 8);
    }

    /** Subtracts from samples what is raised by a bias. */
    private static long difference(long samples, long change, int bias) {
        return Lanes.clamp(samples + Lanes.all(256 + bias) - change, 8);
    }
}
