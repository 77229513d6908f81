package whatis.image.webp.lossy;

/** Predicts macroblocks and adds what their coefficients say. */
final class Reconstruction {

    private static final int LUMA = 16;
    private static final int BLOCK = 4;

    private final Plane luma;
    private final Plane[] chroma;
    private final int[] columns = new int[ResidualReader.BLOCK];

    Reconstruction(Plane luma, Plane... chroma) {
        this.luma = luma;
        this.chroma = chroma;
    }

    /** Makes the samples of a macroblock. */
    void macroblock(ModeReader modes, ResidualReader residuals, int column, int row) {
        byte[] samples = luma.fresh;
        int stride = luma.stride;
        int at = luma.freshAt(column);
        if (!modes.blockwise) {
            AreaPredictor.predict(modes.luma[0], samples, at, LUMA, stride, column, row);
        }
        int aboveRight = at - stride + LUMA;
        for (int block = 0; block < ResidualReader.LUMA_BLOCKS; block++) {
            int start = at + block / 4 * BLOCK * stride + block % 4 * BLOCK;
            if (modes.blockwise) {
                BlockPredictor.predict(
                        modes.luma[block],
                        samples,
                        start,
                        stride,
                        block % 4 == 3 ? aboveRight : start - stride + BLOCK);
            }
            addLuma(residuals, block, start);
        }
        int first = ResidualReader.LUMA_BLOCKS;
        for (Plane plane : chroma) {
            AreaPredictor.predict(
                    modes.chroma, plane.fresh, plane.freshAt(column), plane.length, plane.stride, column, row);
            addChroma(residuals, first, plane, plane.freshAt(column));
            first += ResidualReader.CHROMA_BLOCKS;
        }
    }

    /**
     * Where any of four blocks has more than a first coefficient, libwebp treats all of them alike, and sums of 16 bits wrap
     * in all.
     */
    private void addChroma(ResidualReader residuals, int first, Plane plane, int at) {
        boolean wraps = false;
        for (int i = 0; i < ResidualReader.CHROMA_BLOCKS; i++) {
            wraps |= residuals.contents[first + i] > ResidualReader.DC_ONLY;
        }
        for (int i = 0; i < ResidualReader.CHROMA_BLOCKS; i++) {
            int from = (first + i) * ResidualReader.BLOCK;
            int dc = residuals.coefficients[from] + 4;
            int start = at + i / 2 * BLOCK * plane.stride + i % 2 * BLOCK;
            switch (residuals.contents[first + i]) {
                case ResidualReader.NONE -> {}
                case ResidualReader.DC_ONLY ->
                    InverseTransform.addFlat((wraps ? (short) dc : dc) >> 3, plane.fresh, start, plane.stride);
                default ->
                    InverseTransform.addAny(residuals.coefficients, from, plane.fresh, start, plane.stride, columns);
            }
        }
    }

    private void addLuma(ResidualReader residuals, int block, int at) {
        int[] coefficients = residuals.coefficients;
        int from = block * ResidualReader.BLOCK;
        switch (residuals.contents[block]) {
            case ResidualReader.NONE -> {}
            case ResidualReader.DC_ONLY ->
                InverseTransform.addFlat(coefficients[from] + 4 >> 3, luma.fresh, at, luma.stride);
            case ResidualReader.FEW -> InverseTransform.addFew(coefficients, from, luma.fresh, at, luma.stride);
            default -> InverseTransform.addAny(coefficients, from, luma.fresh, at, luma.stride, columns);
        }
    }
}
