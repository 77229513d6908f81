package whatis.image.webp.lossy;

import whatis.image.raster.Samples;

/**
 * Smooths across edges: RFC 6386, section 15. Of the samples across an edge, p3 to p0 come before it, and q0 to q3 after.
 * The loops differ in how they fetch these, as that takes a good part of the time.
 */
final class EdgeFilter {

    /** The distance of p3 from q0. */
    private static final int REACH = 4;

    private EdgeFilter() {}

    /**
     * Smooths an upright edge.
     *
     * @param at the first q0
     * @param length of the edge
     * @param outer whether it is an edge of a macroblock
     */
    static void upright(byte[] s, int at, int stride, int length, boolean outer, FilterStrength strength) {
        int q = at;
        for (int i = 0; i < length; i++) {
            long samples = (long) Plane.LONG.get(s, q - REACH);
            int p3 = (int) samples & 0xff;
            int p2 = (int) samples >>> 8 & 0xff;
            int p1 = (int) samples >>> 16 & 0xff;
            int p0 = (int) samples >>> 24;
            int high = (int) (samples >>> Integer.SIZE);
            int q0 = high & 0xff;
            int q1 = high >>> 8 & 0xff;
            int q2 = high >>> 16 & 0xff;
            int q3 = high >>> 24;
            if (outer) {
                outer(s, q, 1, p3, p2, p1, p0, q0, q1, q2, q3, strength);
            } else {
                inner(s, q, 1, p3, p2, p1, p0, q0, q1, q2, q3, strength);
            }
            q += stride;
        }
    }

    /** Smooths a level edge. */
    static void level(byte[] s, int at, int stride, int length, boolean outer, FilterStrength strength) {
        for (int q = at; q < at + length; q++) {
            int p3 = s[q - REACH * stride] & 0xff;
            int p2 = s[q - 3 * stride] & 0xff;
            int p1 = s[q - 2 * stride] & 0xff;
            int p0 = s[q - stride] & 0xff;
            int q0 = s[q] & 0xff;
            int q1 = s[q + stride] & 0xff;
            int q2 = s[q + 2 * stride] & 0xff;
            int q3 = s[q + 3 * stride] & 0xff;
            if (outer) {
                outer(s, q, stride, p3, p2, p1, p0, q0, q1, q2, q3, strength);
            } else {
                inner(s, q, stride, p3, p2, p1, p0, q0, q1, q2, q3, strength);
            }
        }
    }

    /**
     * Smooths an edge by the simple filter.
     *
     * @param across the distance from p0 to q0
     * @param along the distance from q0 to the next
     */
    static void simple(byte[] s, int at, int across, int along, int length, boolean outer, FilterStrength strength) {
        int limit = outer ? strength.outer() : strength.inner();
        int q = at;
        for (int i = 0; i < length; i++) {
            int p1 = s[q - 2 * across] & 0xff;
            int p0 = s[q - across] & 0xff;
            int q0 = s[q] & 0xff;
            int q1 = s[q + across] & 0xff;
            if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) <= limit) {
                step(s, q, across, p0, q0, 3 * (q0 - p0) + signedByte(p1 - q1));
            }
            q += along;
        }
    }

    private static void outer(
            byte[] s,
            int q,
            int across,
            int p3,
            int p2,
            int p1,
            int p0,
            int q0,
            int q1,
            int q2,
            int q3,
            FilterStrength strength) {
        if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) > strength.outer()
                || isRough(p3, p2, p1, p0, q0, q1, q2, q3, strength.interior())) {
            return;
        }
        int a = 3 * (q0 - p0) + signedByte(p1 - q1);
        if (isVaried(p1, p0, q0, q1, strength.variance())) {
            step(s, q, across, p0, q0, a);
            return;
        }
        int w = signedByte(a);
        int a0 = 27 * w + 63 >> 7;
        int a1 = 18 * w + 63 >> 7;
        int a2 = 9 * w + 63 >> 7;
        s[q - 3 * across] = sample(p2 + a2);
        s[q - 2 * across] = sample(p1 + a1);
        s[q - across] = sample(p0 + a0);
        s[q] = sample(q0 - a0);
        s[q + across] = sample(q1 - a1);
        s[q + 2 * across] = sample(q2 - a2);
    }

    private static void inner(
            byte[] s,
            int q,
            int across,
            int p3,
            int p2,
            int p1,
            int p0,
            int q0,
            int q1,
            int q2,
            int q3,
            FilterStrength strength) {
        if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) > strength.inner()
                || isRough(p3, p2, p1, p0, q0, q1, q2, q3, strength.interior())) {
            return;
        }
        int a = 3 * (q0 - p0);
        if (isVaried(p1, p0, q0, q1, strength.variance())) {
            step(s, q, across, p0, q0, a + signedByte(p1 - q1));
            return;
        }
        int a0 = eighth(a + 4);
        int a1 = a0 + 1 >> 1;
        s[q - 2 * across] = sample(p1 + a1);
        s[q - across] = sample(p0 + eighth(a + 3));
        s[q] = sample(q0 - a0);
        s[q + across] = sample(q1 - a1);
    }

    private static boolean isRough(int p3, int p2, int p1, int p0, int q0, int q1, int q2, int q3, int limit) {
        return Math.abs(p3 - p2) > limit
                || Math.abs(p2 - p1) > limit
                || Math.abs(p1 - p0) > limit
                || Math.abs(q1 - q0) > limit
                || Math.abs(q2 - q1) > limit
                || Math.abs(q3 - q2) > limit;
    }

    private static boolean isVaried(int p1, int p0, int q0, int q1, int limit) {
        return Math.abs(p1 - p0) > limit || Math.abs(q1 - q0) > limit;
    }

    private static void step(byte[] s, int q, int across, int p0, int q0, int a) {
        s[q - across] = sample(p0 + eighth(a + 3));
        s[q] = sample(q0 - eighth(a + 4));
    }

    /** Returns an eighth, from -16 to 15. */
    private static int eighth(int value) {
        int eighth = value >> 3;
        return eighth < -16 ? -16 : eighth > 15 ? 15 : eighth;
    }

    private static int signedByte(int value) {
        return value < -128 ? -128 : value > 127 ? 127 : value;
    }

    private static byte sample(int value) {
        return (byte) Samples.clamp(value);
    }
}
