package whatis.image.webp.lossy;

import java.util.Arrays;

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

    /** Makes the samples of a macroblock, and leaves its coefficients zero. */
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
            add(residuals, block, residuals.contents[block], samples, start, stride);
        }
        int first = ResidualReader.LUMA_BLOCKS;
        for (Plane plane : chroma) {
            AreaPredictor.predict(
                    modes.chroma, plane.fresh, plane.freshAt(column), plane.length, plane.stride, column, row);
            addChroma(residuals, first, plane, plane.freshAt(column));
            first += ResidualReader.CHROMA_BLOCKS;
        }
    }

    /** Uses one way for all four blocks of a plane: that shows where sums leave 16 bits. */
    private void addChroma(ResidualReader residuals, int first, Plane plane, int at) {
        byte content = ResidualReader.NONE;
        for (int block = first; block < first + ResidualReader.CHROMA_BLOCKS; block++) {
            content = (byte) Math.max(content, residuals.contents[block]);
        }
        if (content == ResidualReader.FEW) {
            content = ResidualReader.ANY;
        }
        for (int i = 0; i < ResidualReader.CHROMA_BLOCKS && content != ResidualReader.NONE; i++) {
            int start = at + i / 2 * BLOCK * plane.stride + i % 2 * BLOCK;
            if (residuals.contents[first + i] != ResidualReader.NONE) {
                add(residuals, first + i, content, plane.fresh, start, plane.stride);
            }
        }
    }

    private void add(ResidualReader residuals, int block, int content, byte[] samples, int at, int stride) {
        int[] coefficients = residuals.coefficients;
        int from = block * ResidualReader.BLOCK;
        switch (content) {
            case ResidualReader.NONE -> {
                return;
            }
            case ResidualReader.DC_ONLY -> InverseTransform.addFlat(coefficients[from] + 4 >> 3, samples, at, stride);
            case ResidualReader.FEW -> InverseTransform.addFew(coefficients, from, samples, at, stride);
            default -> InverseTransform.addAny(coefficients, from, samples, at, stride, columns);
        }
        Arrays.fill(coefficients, from, from + ResidualReader.BLOCK, 0);
    }
}
