package whatis.image.jpeg;

/**
 * Makes chroma as fine as luma, a piece of a band at a time, with libjpeg's filters: h2v1, h1v2 and h2v2 "fancy". A piece is
 * a range of the band's arrays that stays in the cache while sums are made of it.
 */
final class Upsampler {

    private static final int MARGIN = BandLayout.MARGIN;

    /** What is added to both fields. */
    private static final int BOTH = 0x00010001;

    private final PackedBand band;

    /** The luma of the piece, in even and in odd columns. */
    final int[][] luma;

    /** For Cb and Cr, and for even and odd columns, the samples 0 and 2, and 1 and 3, of each group in 16-bit fields. */
    final int[][][][] chroma;

    private final int[] near;
    private final int[] far;
    private final int[] even;
    private final int[] odd;
    private final int[] neighbour;

    /** @param longest the length of the longest piece */
    Upsampler(PackedBand band, int longest) {
        this.band = band;
        luma = new int[2][longest];
        chroma = new int[2][2][2][band.isGrey() ? 0 : longest];
        int withMargins = band.isGrey() ? 0 : longest + 2 * MARGIN;
        near = new int[withMargins];
        far = new int[withMargins];
        even = new int[withMargins];
        odd = new int[withMargins];
        neighbour = new int[withMargins];
    }

    /** Fills {@link #luma} and {@link #chroma} from a range of the band's arrays, for one phase of rows. */
    void upsample(int from, int length, int phase) {
        System.arraycopy(band.luma(phase, 0), from, luma[0], 0, length);
        System.arraycopy(band.luma(phase, 1), from, luma[1], 0, length);
        if (!band.isGrey()) {
            for (int component = 1; component <= 2; component++) {
                if (band.isHalvedAcross()) {
                    across(component, from, length, phase);
                } else {
                    down(component, from, length, phase);
                }
            }
        }
    }

    private void across(int component, int from, int length, int phase) {
        int withMargins = length + 2 * MARGIN;
        System.arraycopy(band.chroma(component, 0), from - MARGIN, near, 0, withMargins);
        int leftBias = 1;
        int rightBias = 2;
        int shift = 2;
        if (band.isHalvedDown()) {
            System.arraycopy(band.chromaAbove(component, 0), from - MARGIN, far, 0, withMargins);
            // The first row of a pair is the lower one of the row above.
            ChromaKernels.sumRows(phase == 0 ? far : near, phase == 0 ? near : far, even, odd, withMargins);
            leftBias = 8;
            rightBias = 7;
            shift = 4;
        } else {
            ChromaKernels.unpack(near, even, odd, withMargins);
        }
        int step = band.layout().columnStep();
        int[][][] mixed = chroma[component - 1];
        System.arraycopy(odd, MARGIN - step, neighbour, 0, length);
        System.arraycopy(even, MARGIN, near, 0, length);
        System.arraycopy(odd, MARGIN, far, 0, length);
        ChromaKernels.mixLeft(
                near, far, neighbour, mixed[0][0], mixed[0][1], length, leftBias * BOTH, shift, Opaque.two16);
        System.arraycopy(even, MARGIN + step, neighbour, 0, length);
        ChromaKernels.mixRight(
                near, far, neighbour, mixed[1][0], mixed[1][1], length, rightBias * BOTH, shift, Opaque.two16);
    }

    private void down(int component, int from, int length, int phase) {
        for (int parity = 0; parity < 2; parity++) {
            int[][] mixed = chroma[component - 1][parity];
            System.arraycopy(band.chroma(component, parity), from, near, 0, length);
            if (!band.isHalvedDown()) {
                ChromaKernels.unpack(near, mixed[0], mixed[1], length);
                continue;
            }
            System.arraycopy(band.chromaAbove(component, parity), from, far, 0, length);
            if (phase == 0) {
                ChromaKernels.mixRows(far, near, mixed[0], mixed[1], length, 2 * BOTH);
            } else {
                ChromaKernels.mixRows(near, far, mixed[0], mixed[1], length, BOTH);
            }
        }
    }
}
