package whatis.image.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The inverse transform of libjpeg's jidctint.c, its constants and rounding, over blocks side by side (Loeffler, Ligtenberg
 * and Moschytz, 1989). Samples come out in ints, four packed into each.
 *
 * <p>C2 of JDK 17 turns these loops into vector instructions as they are, and quietly stops to do so when their shape
 * changes: arrays of ints, one index, offsets that are multiples of 16, no sum of two like operands, no
 * {@code Math.min}; products by variables and {@code ^ zero} are in its way where it would rewrite a sum.
 */
final class InverseDct {

    private static final int LANES = BlockBatch.LANES;
    private static final int LENGTH = FrameHeader.BLOCK_LENGTH;
    private static final int ROW = LENGTH * LANES;

    private static final int ROW2 = 2 * ROW;
    private static final int ROW3 = 3 * ROW;
    private static final int ROW4 = 4 * ROW;
    private static final int ROW5 = 5 * ROW;
    private static final int ROW6 = 6 * ROW;
    private static final int ROW7 = 7 * ROW;

    private static final int LANES2 = 2 * LANES;
    private static final int LANES3 = 3 * LANES;
    private static final int LANES4 = 4 * LANES;
    private static final int LANES5 = 5 * LANES;
    private static final int LANES6 = 6 * LANES;
    private static final int LANES7 = 7 * LANES;

    private static final int COLUMN_ROUNDING = 1 << 10;

    /** Rounds, and moves samples from around 0 to around 128. */
    private static final int ROW_ROUNDING = (1 << 17) + (128 << 18);

    /** Where the absolute values of a block's coefficients sum up to less, nothing overflows 16 bits, see below. */
    private static final int LARGEST_SUM = Short.MAX_VALUE * 2048 / 11363 - 50;

    private final int[] work = new int[HuffmanTable.COEFFICIENTS * LANES];
    private final int[] sums = new int[LANES];
    private final List<LargeBlock> largeBlocks = new ArrayList<>();

    /** A block, its coefficients taken out row by row, that has to be transformed alone. */
    private record LargeBlock(int lane, int[] coefficients) {}

    /**
     * Transforms the blocks of a batch.
     *
     * @param evenOdd whether columns 0, 2, 4, 6 and columns 1, 3, 5, 7 go together, or the first and the last four
     * @return for row r of block i its first four samples at {@code 8 r * LANES + i}, the first being the lowest byte, and
     *     the others at {@code (8 r + 1) * LANES + i}; written again by the next call
     */
    int[] transform(BlockBatch batch, boolean evenOdd) {
        int[] coefficients = batch.coefficients;
        int count = batch.count;
        findLargeBlocks(coefficients, count);
        if (count > LANES / 2) {
            columns(coefficients, 0, ROW);
        } else {
            for (int column = 0; column < LENGTH; column++) {
                columns(coefficients, column * LANES, column * LANES + count);
            }
        }
        for (int row = 0; row < LENGTH; row++) {
            int from = row * ROW;
            rowOddPart(work, from, from + count, Opaque.zero);
            rowEvenPart(work, from, from + count, Opaque.two13, ROW_ROUNDING, Opaque.zero);
            if (evenOdd) {
                packEvenOdd(work, from, from + count, Opaque.two8);
            } else {
                packHalves(work, from, from + count, Opaque.two8);
            }
        }
        for (LargeBlock large : largeBlocks) {
            SaturatingDct.transform(large.coefficients());
            pack(large, evenOdd);
        }
        return work;
    }

    /**
     * Takes out blocks with which libjpeg-turbo's vector code could overflow 16 bits. No coefficient counts for more than
     * 11363 / 2048 of itself in the first pass, so their sum limits what comes out, and any sum of it in the second.
     */
    private void findLargeBlocks(int[] coefficients, int count) {
        largeBlocks.clear();
        for (int row = 0; row < LENGTH; row++) {
            sumRow(coefficients, work, row * ROW, row * ROW + count, Opaque.zero);
        }
        sumRows(work, sums, count, Opaque.zero);
        for (int lane = 0; lane < count; lane++) {
            if (sums[lane] > LARGEST_SUM) {
                int[] block = new int[HuffmanTable.COEFFICIENTS];
                for (int i = 0; i < block.length; i++) {
                    block[i] = coefficients[i * LANES + lane];
                }
                largeBlocks.add(new LargeBlock(lane, block));
            }
        }
    }

    /** Adds up absolute values; {@code - ~x} adds one more than x, but becomes vectors. */
    private static void sumRow(int[] a, int[] w, int from, int to, int zero) {
        for (int i = from; i < to; i++) {
            int left = (Math.abs(a[i]) - ~Math.abs(a[i + LANES])) ^ zero;
            int middle = (left - ~Math.abs(a[i + LANES2]) - ~Math.abs(a[i + LANES3])) ^ zero;
            int right = (middle - ~Math.abs(a[i + LANES4]) - ~Math.abs(a[i + LANES5])) ^ zero;
            w[i] = (right - ~Math.abs(a[i + LANES6]) - ~Math.abs(a[i + LANES7])) ^ zero;
        }
    }

    private static void sumRows(int[] w, int[] sums, int to, int zero) {
        for (int i = 0; i < to; i++) {
            int upper = (w[i] - ~w[i + ROW] - ~w[i + ROW2] - ~w[i + ROW3]) ^ zero;
            sums[i] = (upper - ~w[i + ROW4] - ~w[i + ROW5] - ~w[i + ROW6] - ~w[i + ROW7]) ^ zero;
        }
    }

    private void pack(LargeBlock large, boolean evenOdd) {
        int step = evenOdd ? 2 : 1;
        for (int row = 0; row < LENGTH; row++) {
            for (int half = 0; half < 2; half++) {
                int from = row * LENGTH + (evenOdd ? half : LENGTH / 2 * half);
                int packed = 0;
                for (int sample = 3; sample >= 0; sample--) {
                    packed = packed << Byte.SIZE | large.coefficients()[from + sample * step];
                }
                work[row * ROW + half * LANES + large.lane()] = packed;
            }
        }
    }

    private void columns(int[] coefficients, int from, int to) {
        columnOddPart(coefficients, from, to, Opaque.zero);
        columnEvenPart(coefficients, work, from, to, Opaque.two13, COLUMN_ROUNDING, Opaque.zero);
    }

    private static void columnOddPart(int[] a, int from, int to, int zero) {
        for (int i = from; i < to; i++) {
            int q3 = a[i + ROW];
            int q2 = a[i + ROW3];
            int q1 = a[i + ROW5];
            int q0 = a[i + ROW7];
            int y4 = q1 + q3;
            int y3 = q0 + q2;
            int left = y4 * 9633 - y3 * 6436;
            int right = y3 * 9633 - y4 * (-6437);
            a[i + ROW7] = (left - q0 * 4927 - q3 * 7373) ^ zero;
            a[i + ROW] = (right - q3 * (-4926) - q0 * 7373) ^ zero;
            a[i + ROW5] = (right - q1 * 4176 - q2 * 20995) ^ zero;
            a[i + ROW3] = (left - q2 * (-4177) - q1 * 20995) ^ zero;
        }
    }

    private static void columnEvenPart(int[] a, int[] w, int from, int to, int two13, int rounding, int zero) {
        for (int i = from; i < to; i++) {
            int z2 = a[i + ROW2];
            int z3 = a[i + ROW6];
            int t2 = (z2 * 4433 - z3 * 10704) ^ zero;
            int t3 = (z2 * 10703 - z3 * (-4433)) ^ zero;
            int c = a[i];
            int b = a[i + ROW4];
            int t0 = ((c + b) * two13 + rounding) ^ zero;
            int t1 = ((c - b) * two13 + rounding) ^ zero;
            int p0 = a[i + ROW7];
            int p1 = a[i + ROW5];
            int p2 = a[i + ROW3];
            int p3 = a[i + ROW];
            int t10 = t0 + t3;
            int t13 = t0 - t3;
            int t11 = t1 + t2;
            int t12 = t1 - t2;
            w[i] = (t10 + p3) >> 11;
            w[i + ROW7] = (t10 - p3) >> 11;
            w[i + ROW] = (t11 + p2) >> 11;
            w[i + ROW6] = (t11 - p2) >> 11;
            w[i + ROW2] = (t12 + p1) >> 11;
            w[i + ROW5] = (t12 - p1) >> 11;
            w[i + ROW3] = (t13 + p0) >> 11;
            w[i + ROW4] = (t13 - p0) >> 11;
        }
    }

    private static void rowOddPart(int[] a, int from, int to, int zero) {
        for (int i = from; i < to; i++) {
            int q3 = a[i + LANES];
            int q2 = a[i + LANES3];
            int q1 = a[i + LANES5];
            int q0 = a[i + LANES7];
            int y4 = q1 + q3;
            int y3 = q0 + q2;
            int left = y4 * 9633 - y3 * 6436;
            int right = y3 * 9633 - y4 * (-6437);
            a[i + LANES7] = (left - q0 * 4927 - q3 * 7373) ^ zero;
            a[i + LANES] = (right - q3 * (-4926) - q0 * 7373) ^ zero;
            a[i + LANES5] = (right - q1 * 4176 - q2 * 20995) ^ zero;
            a[i + LANES3] = (left - q2 * (-4177) - q1 * 20995) ^ zero;
        }
    }

    private static void rowEvenPart(int[] a, int from, int to, int two13, int rounding, int zero) {
        for (int i = from; i < to; i++) {
            int z2 = a[i + LANES2];
            int z3 = a[i + LANES6];
            int t2 = z2 * 4433 - z3 * 10704;
            int t3 = z2 * 10703 - z3 * (-4433);
            int c = a[i];
            int b = a[i + LANES4];
            int t0 = (c + b) * two13 + rounding;
            int t1 = (c - b) * two13 + rounding;
            a[i] = (t0 + t3) ^ zero;
            a[i + LANES6] = (t0 - t3) ^ zero;
            a[i + LANES2] = (t1 + t2) ^ zero;
            a[i + LANES4] = (t1 - t2) ^ zero;
        }
    }

    private static void packEvenOdd(int[] a, int from, int to, int two8) {
        for (int i = from; i < to; i++) {
            int t10 = a[i];
            int t11 = a[i + LANES2];
            int t12 = a[i + LANES4];
            int t13 = a[i + LANES6];
            int p3 = a[i + LANES];
            int p2 = a[i + LANES3];
            int p1 = a[i + LANES5];
            int p0 = a[i + LANES7];
            int v0 = (t10 + p3) >> 18;
            int v7 = (t10 - p3) >> 18;
            int v1 = (t11 + p2) >> 18;
            int v6 = (t11 - p2) >> 18;
            int v2 = (t12 + p1) >> 18;
            int v5 = (t12 - p1) >> 18;
            int v3 = (t13 + p0) >> 18;
            int v4 = (t13 - p0) >> 18;
            v0 = (Math.abs(v0) - Math.abs(v0 - 255) + 255) >> 1;
            v1 = (Math.abs(v1) - Math.abs(v1 - 255) + 255) >> 1;
            v2 = (Math.abs(v2) - Math.abs(v2 - 255) + 255) >> 1;
            v3 = (Math.abs(v3) - Math.abs(v3 - 255) + 255) >> 1;
            v4 = (Math.abs(v4) - Math.abs(v4 - 255) + 255) >> 1;
            v5 = (Math.abs(v5) - Math.abs(v5 - 255) + 255) >> 1;
            v6 = (Math.abs(v6) - Math.abs(v6 - 255) + 255) >> 1;
            v7 = (Math.abs(v7) - Math.abs(v7 - 255) + 255) >> 1;
            a[i] = ((v6 * two8 ^ v4) * two8 ^ v2) * two8 ^ v0;
            a[i + LANES] = ((v7 * two8 ^ v5) * two8 ^ v3) * two8 ^ v1;
        }
    }

    private static void packHalves(int[] a, int from, int to, int two8) {
        for (int i = from; i < to; i++) {
            int t10 = a[i];
            int t11 = a[i + LANES2];
            int t12 = a[i + LANES4];
            int t13 = a[i + LANES6];
            int p3 = a[i + LANES];
            int p2 = a[i + LANES3];
            int p1 = a[i + LANES5];
            int p0 = a[i + LANES7];
            int v0 = (t10 + p3) >> 18;
            int v7 = (t10 - p3) >> 18;
            int v1 = (t11 + p2) >> 18;
            int v6 = (t11 - p2) >> 18;
            int v2 = (t12 + p1) >> 18;
            int v5 = (t12 - p1) >> 18;
            int v3 = (t13 + p0) >> 18;
            int v4 = (t13 - p0) >> 18;
            v0 = (Math.abs(v0) - Math.abs(v0 - 255) + 255) >> 1;
            v1 = (Math.abs(v1) - Math.abs(v1 - 255) + 255) >> 1;
            v2 = (Math.abs(v2) - Math.abs(v2 - 255) + 255) >> 1;
            v3 = (Math.abs(v3) - Math.abs(v3 - 255) + 255) >> 1;
            v4 = (Math.abs(v4) - Math.abs(v4 - 255) + 255) >> 1;
            v5 = (Math.abs(v5) - Math.abs(v5 - 255) + 255) >> 1;
            v6 = (Math.abs(v6) - Math.abs(v6 - 255) + 255) >> 1;
            v7 = (Math.abs(v7) - Math.abs(v7 - 255) + 255) >> 1;
            a[i] = ((v3 * two8 ^ v2) * two8 ^ v1) * two8 ^ v0;
            a[i + LANES] = ((v7 * two8 ^ v6) * two8 ^ v5) * two8 ^ v4;
        }
    }
}
