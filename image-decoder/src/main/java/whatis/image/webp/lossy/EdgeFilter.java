package whatis.image.webp.lossy;

/** Smooths across edges: RFC 6386, section 15. Across an edge, p0 is the last sample before it, and q0 the first after. */
final class EdgeFilter {

    private EdgeFilter() {}

    /**
     * Smooths luma by the simple filter.
     *
     * @param at the first q0
     * @param across the distance from p0 to q0
     * @param along the distance from q0 to the next
     * @param limit as of {@link FilterStrength#outer}
     */
    static void simple(byte[] s, int at, int across, int along, int count, int limit) {
        int q = at;
        for (int i = 0; i < count; i++) {
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

    /** Smooths the edge of a macroblock. */
    static void outer(byte[] s, int at, int across, int along, int count, FilterStrength strength) {
        int limit = strength.outer();
        int interior = strength.interior();
        int variance = strength.variance();
        int q = at;
        for (int i = 0; i < count; i++) {
            int p1 = s[q - 2 * across] & 0xff;
            int p0 = s[q - across] & 0xff;
            int q0 = s[q] & 0xff;
            int q1 = s[q + across] & 0xff;
            int p2 = s[q - 3 * across] & 0xff;
            int q2 = s[q + 2 * across] & 0xff;
            if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) <= limit
                    && isSmooth(s[q - 4 * across] & 0xff, p2, p1, p0, interior)
                    && isSmooth(s[q + 3 * across] & 0xff, q2, q1, q0, interior)) {
                int a = 3 * (q0 - p0) + signedByte(p1 - q1);
                if (Math.abs(p1 - p0) > variance || Math.abs(q1 - q0) > variance) {
                    step(s, q, across, p0, q0, a);
                } else {
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
            }
            q += along;
        }
    }

    /** Smooths an edge between blocks. */
    static void inner(byte[] s, int at, int across, int along, int count, FilterStrength strength) {
        int limit = strength.inner();
        int interior = strength.interior();
        int variance = strength.variance();
        int q = at;
        for (int i = 0; i < count; i++) {
            int p1 = s[q - 2 * across] & 0xff;
            int p0 = s[q - across] & 0xff;
            int q0 = s[q] & 0xff;
            int q1 = s[q + across] & 0xff;
            if (4 * Math.abs(p0 - q0) + Math.abs(p1 - q1) <= limit
                    && isSmooth(s[q - 4 * across] & 0xff, s[q - 3 * across] & 0xff, p1, p0, interior)
                    && isSmooth(s[q + 3 * across] & 0xff, s[q + 2 * across] & 0xff, q1, q0, interior)) {
                int a = 3 * (q0 - p0);
                if (Math.abs(p1 - p0) > variance || Math.abs(q1 - q0) > variance) {
                    step(s, q, across, p0, q0, a + signedByte(p1 - q1));
                } else {
                    int a0 = nibble(a + 4);
                    int a1 = a0 + 1 >> 1;
                    s[q - 2 * across] = sample(p1 + a1);
                    s[q - across] = sample(p0 + nibble(a + 3));
                    s[q] = sample(q0 - a0);
                    s[q + across] = sample(q1 - a1);
                }
            }
            q += along;
        }
    }

    private static boolean isSmooth(int p3, int p2, int p1, int p0, int interior) {
        return Math.abs(p3 - p2) <= interior && Math.abs(p2 - p1) <= interior && Math.abs(p1 - p0) <= interior;
    }

    private static void step(byte[] s, int q, int across, int p0, int q0, int a) {
        s[q - across] = sample(p0 + nibble(a + 3));
        s[q] = sample(q0 - nibble(a + 4));
    }

    /** Returns an eighth, from -16 to 15. */
    private static int nibble(int value) {
        int eighth = value >> 3;
        return eighth < -16 ? -16 : eighth > 15 ? 15 : eighth;
    }

    private static int signedByte(int value) {
        return value < -128 ? -128 : value > 127 ? 127 : value;
    }

    private static byte sample(int value) {
        return (byte) ((value & ~0xff) == 0 ? value : ~value >> 31);
    }
}
