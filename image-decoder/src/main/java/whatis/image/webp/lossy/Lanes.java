package whatis.image.webp.lossy;

/**
 * Arithmetic on four samples at once, in the 16 bits each of a long. Lanes never fall below zero, so that none borrows from
 * the next: what may be negative stands there with something added.
 */
final class Lanes {

    /** Where the even of eight bytes are lanes. */
    static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;

    /** The bit that tells whether a condition holds in a lane. */
    private static final int CONDITION = 14;

    private static final long ONES = 0x0001000100010001L;

    private Lanes() {}

    /** Returns a number from 0 to 65535 in each lane. */
    static long all(int value) {
        return value * ONES;
    }

    /** Returns for which lanes a difference is from -limit to limit; conditions can be combined by and. */
    static long isWithin(long minuend, long subtrahend, int limit) {
        long atLeast = minuend + all((1 << CONDITION) + limit) - subtrahend;
        return atLeast & all((2 << CONDITION) + 2 * limit) - atLeast;
    }

    /** Returns a mask of the lanes where a condition holds. */
    static long mask(long condition) {
        long holds = condition & all(1 << CONDITION);
        return holds - (holds >>> CONDITION);
    }

    static long choose(long mask, long value, long otherwise) {
        return (value ^ otherwise) & mask ^ otherwise;
    }

    /** Shifts each lane to the right. */
    static long shift(long lanes, int distance) {
        return lanes >>> distance & all(0xffff >> distance);
    }

    /**
     * Cuts values to those that have so many bits.
     *
     * @param raised the values plus 2^bits, from 0 to 3 * 2^bits - 1
     */
    static long clamp(long raised, int bits) {
        long within = raised & all(1 << bits);
        long above = raised & all(2 << bits);
        return raised & within - (within >>> bits) | (above >>> 1) - (above >>> bits + 1);
    }
}
