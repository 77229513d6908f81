package whatis.image.webp.lossy;

import java.util.Arrays;

/**
 * Reads the coefficients of macroblocks and scales them: RFC 6386, section 13. Holds those of the last one: 16 blocks of
 * luma, four of each chroma, 16 coefficients each, cut to 16 bits as libwebp has them.
 */
final class ResidualReader {

    static final int BLOCK = 16;
    static final int LUMA_BLOCKS = 16;
    static final int CHROMA_BLOCKS = 4;
    static final int BLOCKS = LUMA_BLOCKS + 2 * CHROMA_BLOCKS;

    /** What a block has: nothing, a first coefficient, at most the first three in zigzag order, or any. */
    static final byte NONE = 0;

    static final byte DC_ONLY = 1;
    static final byte FEW = 2;
    static final byte ANY = 3;

    private static final int FEW_COEFFICIENTS = 3;

    /** Neighbours to remember: four blocks of luma, two of each chroma, and the block of first coefficients. */
    private static final int NEIGHBOURS = 9;

    private static final int LUMA_DC_NEIGHBOUR = 8;

    /** Those of all blocks. */
    final int[] coefficients = new int[BLOCKS * BLOCK];

    /** What each block has. */
    final byte[] contents = new byte[BLOCKS];

    private final int[] probabilities;
    private final int[] lumaDc = new int[BLOCK];
    private final byte[] above;
    private final byte[] left = new byte[NEIGHBOURS];

    ResidualReader(FrameHeader header, int macroblocksAcross) {
        this.probabilities = header.coefficients();
        this.above = new byte[NEIGHBOURS * macroblocksAcross];
    }

    void beginRow() {
        Arrays.fill(left, (byte) 0);
    }

    /** Takes a macroblock that has no coefficients. */
    void skip(int column, boolean blockwise) {
        int kept = blockwise ? LUMA_DC_NEIGHBOUR : NEIGHBOURS;
        Arrays.fill(above, NEIGHBOURS * column, NEIGHBOURS * column + kept, (byte) 0);
        Arrays.fill(left, 0, kept, (byte) 0);
        Arrays.fill(contents, NONE);
    }

    /** Reads on, and tells whether there is any coefficient but zero. */
    boolean next(BooleanDecoder bits, int column, boolean blockwise, Quantizer quantizer) {
        Arrays.fill(coefficients, 0);
        int top = NEIGHBOURS * column;
        int kind = CoefficientProbabilities.LUMA;
        int first = 0;
        if (!blockwise) {
            readLumaDc(bits, top, quantizer.lumaDc());
            kind = CoefficientProbabilities.LUMA_WITHOUT_DC;
            first = 1;
        }
        int any = readBlocks(bits, kind, first, quantizer.luma(), 0, top, 0, 4);
        int block = LUMA_BLOCKS;
        for (int neighbour = 4; neighbour < LUMA_DC_NEIGHBOUR; neighbour += 2) {
            any |= readBlocks(
                    bits, CoefficientProbabilities.CHROMA, 0, quantizer.chroma(), block, top + neighbour, neighbour, 2);
            block += CHROMA_BLOCKS;
        }
        return any != 0;
    }

    private void readLumaDc(BooleanDecoder bits, int top, int[] factors) {
        int context = above[top + LUMA_DC_NEIGHBOUR] + left[LUMA_DC_NEIGHBOUR];
        int count = CoefficientReader.read(
                bits, probabilities, CoefficientProbabilities.LUMA_DC, context, factors, 0, lumaDc, 0);
        byte any = (byte) (count > 0 ? 1 : 0);
        above[top + LUMA_DC_NEIGHBOUR] = any;
        left[LUMA_DC_NEIGHBOUR] = any;
        if (count > 1) {
            InverseTransform.lumaDc(lumaDc, coefficients);
        } else {
            int dc = lumaDc[0] + 3 >> 3;
            for (int block = 0; block < LUMA_BLOCKS; block++) {
                coefficients[block * BLOCK] = dc;
            }
        }
        Arrays.fill(lumaDc, 0);
    }

    /** Reads a square of blocks, and returns zero if all are empty. */
    private int readBlocks(
            BooleanDecoder bits, int kind, int first, int[] factors, int block, int top, int side, int length) {
        int any = NONE;
        int next = block;
        for (int row = 0; row < length; row++) {
            byte neighbour = left[side + row];
            for (int i = 0; i < length; i++) {
                int at = next * BLOCK;
                int count = CoefficientReader.read(
                        bits, probabilities, kind, neighbour + above[top + i], factors, first, coefficients, at);
                neighbour = (byte) (count > first ? 1 : 0);
                above[top + i] = neighbour;
                byte content = content(count, coefficients[at]);
                contents[next++] = content;
                any |= content;
            }
            left[side + row] = neighbour;
        }
        return any;
    }

    private static byte content(int count, int dc) {
        if (count > 1) {
            return count > FEW_COEFFICIENTS ? ANY : FEW;
        }
        return dc != 0 ? DC_ONLY : NONE;
    }
}
