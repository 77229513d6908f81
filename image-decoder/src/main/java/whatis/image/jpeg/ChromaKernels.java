package whatis.image.jpeg;

/**
 * Libjpeg's triangle filters over packed samples: each new sample is three parts of the nearer and one of the farther
 * neighbour. Samples 0 and 2 of an int, and samples 1 and 3, go into 16-bit fields of two ints, where their sums have room.
 * For the shape of the loops see {@link InverseDct}.
 */
final class ChromaKernels {

    private static final int FIELDS = 0x00ff00ff;

    private ChromaKernels() {}

    /** Spreads samples over fields. */
    static void unpack(int[] samples, int[] even, int[] odd, int to) {
        for (int i = 0; i < to; i++) {
            int s = samples[i];
            even[i] = s & FIELDS;
            odd[i] = s >>> 8 & FIELDS;
        }
    }

    /** Sums up three parts near and one part far. */
    static void sumRows(int[] near, int[] far, int[] even, int[] odd, int to) {
        for (int i = 0; i < to; i++) {
            int n = near[i];
            int f = far[i];
            even[i] = (n & FIELDS) * 3 + (f & FIELDS);
            odd[i] = (n >>> 8 & FIELDS) * 3 + (f >>> 8 & FIELDS);
        }
    }

    /** Does the same, and divides by four. */
    static void mixRows(int[] near, int[] far, int[] even, int[] odd, int to, int bias) {
        for (int i = 0; i < to; i++) {
            int n = near[i];
            int f = far[i];
            even[i] = ((n & FIELDS) * 3 + (f & FIELDS) + bias) >>> 2 & FIELDS;
            odd[i] = ((n >>> 8 & FIELDS) * 3 + (f >>> 8 & FIELDS) + bias) >>> 2 & FIELDS;
        }
    }

    /**
     * Mixes sums with their left neighbours.
     *
     * @param oddLeft the odd fields of the groups to the left
     * @param bias what is added to both fields before the shift
     */
    static void mixLeft(
            int[] even,
            int[] odd,
            int[] oddLeft,
            int[] mixedEven,
            int[] mixedOdd,
            int to,
            int bias,
            int shift,
            int two16) {
        int bias1 = bias - 1; // - ~x adds x and one more, and a plain sum of the two would not become vectors
        for (int i = 0; i < to; i++) {
            int e = even[i];
            int o = odd[i];
            int left = o * two16 ^ oddLeft[i] >>> 16;
            mixedEven[i] = (e * 3 - ~left + bias1) >>> shift & FIELDS;
            mixedOdd[i] = (o * 3 - ~e + bias1) >>> shift & FIELDS;
        }
    }

    /**
     * Mixes sums with their right neighbours.
     *
     * @param evenRight the even fields of the groups to the right
     * @param bias what is added to both fields before the shift
     */
    static void mixRight(
            int[] even,
            int[] odd,
            int[] evenRight,
            int[] mixedEven,
            int[] mixedOdd,
            int to,
            int bias,
            int shift,
            int two16) {
        int bias1 = bias - 1;
        for (int i = 0; i < to; i++) {
            int e = even[i];
            int o = odd[i];
            int right = evenRight[i] * two16 ^ e >>> 16;
            mixedEven[i] = (e * 3 - ~o + bias1) >>> shift & FIELDS;
            mixedOdd[i] = (o * 3 - ~right + bias1) >>> shift & FIELDS;
        }
    }
}
