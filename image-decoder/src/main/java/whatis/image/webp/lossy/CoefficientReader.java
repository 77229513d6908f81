package whatis.image.webp.lossy;

/**
 * Reads the coefficients of single blocks: RFC 6386, section 13. Of each coefficient the bits tell whether the block goes
 * on, which behind a zero it does anyhow, whether it is not zero, and whether it is larger than one.
 */
final class CoefficientReader {

    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    /** Where the probabilities for each coefficient begin, and of a seventeenth that never comes. */
    private static final int[] BANDS = new int[17];

    /** The probabilities of the bits that large values end with, and what is added to those. */
    private static final int[][] EXTRA_BITS = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    static {
        int[] bands = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
        for (int i = 0; i < bands.length; i++) {
            BANDS[i] = bands[i] * CoefficientProbabilities.BAND;
        }
    }

    private CoefficientReader() {}

    /**
     * Reads a block. This takes a third of the time for a photograph, so that bits are read in place here, out of variables
     * that stay in registers, as {@link BooleanDecoder#bit} does otherwise.
     *
     * @param context how many of the two neighbours have coefficients
     * @param factors of the first coefficient and of others
     * @param first the first coefficient to come
     * @param block gets coefficients, from an index on
     * @return how many coefficients there are, in zigzag order, up to the last that is not zero
     */
    static int read(
            BooleanDecoder bits, int[] p, int kind, int context, int[] factors, int first, int[] block, int from) {
        int kinds = kind * CoefficientProbabilities.BLOCK;
        int node = kinds + BANDS[first] + context * CoefficientProbabilities.TOKENS;
        long value = bits.value;
        int count = bits.bits;
        int range = bits.range;
        int n = first;
        boolean afterZero = false;
        while (n < ResidualReader.BLOCK) {
            int split;
            int shift;
            if (!afterZero) {
                if (count < 0) {
                    value = bits.load(value);
                    count += bits.loaded;
                }
                split = range * p[node] >> 8;
                if (value >>> count <= split) {
                    shift = BooleanDecoder.shift(split + 1);
                    range = (split + 1 << shift) - 1;
                    count -= shift;
                    break;
                }
                value -= (split + 1L) << count;
                shift = BooleanDecoder.shift(range - split);
                range = (range - split << shift) - 1;
                count -= shift;
            }
            if (count < 0) {
                value = bits.load(value);
                count += bits.loaded;
            }
            split = range * p[node + 1] >> 8;
            afterZero = value >>> count <= split;
            if (afterZero) {
                shift = BooleanDecoder.shift(split + 1);
                range = (split + 1 << shift) - 1;
                count -= shift;
                n++;
                node = kinds + BANDS[n];
                continue;
            }
            value -= (split + 1L) << count;
            shift = BooleanDecoder.shift(range - split);
            range = (range - split << shift) - 1;
            count -= shift;
            if (count < 0) {
                value = bits.load(value);
                count += bits.loaded;
            }
            split = range * p[node + 2] >> 8;
            int magnitude = 1;
            int next = CoefficientProbabilities.TOKENS;
            if (value >>> count <= split) {
                shift = BooleanDecoder.shift(split + 1);
                range = (split + 1 << shift) - 1;
                count -= shift;
            } else {
                value -= (split + 1L) << count;
                shift = BooleanDecoder.shift(range - split);
                bits.range = (range - split << shift) - 1;
                bits.bits = count - shift;
                bits.value = value;
                magnitude = largeValue(bits, p, node);
                next = 2 * CoefficientProbabilities.TOKENS;
                value = bits.value;
                count = bits.bits;
                range = bits.range;
            }
            if (count < 0) {
                value = bits.load(value);
                count += bits.loaded;
            }
            split = range >> 1;
            int sign = split - (int) (value >>> count) >> 31;
            value -= (split + 1L & sign) << count;
            range = range + sign | 1;
            count--;
            block[from + ZIGZAG[n]] = (short) (((magnitude ^ sign) - sign) * factors[n > 0 ? 1 : 0]);
            n++;
            node = kinds + BANDS[n] + next;
        }
        bits.value = value;
        bits.bits = count;
        bits.range = range;
        return n;
    }

    /** Reads a value of two or more. */
    private static int largeValue(BooleanDecoder bits, int[] p, int node) {
        if (bits.bit(p[node + 3]) == 0) {
            return bits.bit(p[node + 4]) == 0 ? 2 : 3 + bits.bit(p[node + 5]);
        }
        if (bits.bit(p[node + 6]) == 0) {
            return bits.bit(p[node + 7]) == 0 ? 5 + bits.bit(159) : 7 + 2 * bits.bit(165) + bits.bit(145);
        }
        int high = bits.bit(p[node + 8]);
        int category = 2 * high + bits.bit(p[node + 9 + high]);
        int extra = 0;
        for (int probability : EXTRA_BITS[category]) {
            extra = 2 * extra + bits.bit(probability);
        }
        return 3 + (8 << category) + extra;
    }
}
