package whatis.image.webp.lossy;

import java.util.Arrays;
import whatis.image.raster.Samples;

/** Predicts the luma or chroma of macroblocks as a whole: RFC 6386, section 12. */
final class AreaPredictor {

    private AreaPredictor() {}

    /**
     * Predicts a square from the row above and the column to the left of it.
     *
     * @param at where the square begins
     * @param length its side, 8 or 16
     * @param column the macroblock's column; at 0 the mean leaves out what is to the left
     * @param row the macroblock's row; at 0 the mean leaves out what is above
     */
    static void predict(int mode, byte[] samples, int at, int length, int stride, int column, int row) {
        switch (mode) {
            case ModeReader.DC -> fill(samples, at, length, stride, mean(samples, at, length, stride, column, row));
            case ModeReader.TRUE_MOTION -> trueMotion(samples, at, length, stride);
            case ModeReader.VERTICAL -> {
                for (int i = 0; i < length; i++) {
                    System.arraycopy(samples, at - stride, samples, at + i * stride, length);
                }
            }
            default -> {
                for (int i = at; i < at + length * stride; i += stride) {
                    Arrays.fill(samples, i, i + length, samples[i - 1]);
                }
            }
        }
    }

    private static byte mean(byte[] samples, int at, int length, int stride, int column, int row) {
        if (column == 0 && row == 0) {
            return (byte) 128;
        }
        int sum = 0;
        if (row > 0) {
            for (int i = 0; i < length; i++) {
                sum += samples[at - stride + i] & 0xff;
            }
        }
        if (column > 0) {
            for (int i = 0; i < length; i++) {
                sum += samples[at + i * stride - 1] & 0xff;
            }
        }
        int count = column > 0 && row > 0 ? 2 * length : length;
        return (byte) ((sum + count / 2) / count);
    }

    private static void fill(byte[] samples, int at, int length, int stride, byte sample) {
        for (int i = at; i < at + length * stride; i += stride) {
            Arrays.fill(samples, i, i + length, sample);
        }
    }

    /** Continues in each row the gradient above; serves blocks of luma, too. */
    static void trueMotion(byte[] samples, int at, int length, int stride) {
        int above = at - stride;
        int corner = samples[above - 1] & 0xff;
        for (int row = at; row < at + length * stride; row += stride) {
            int difference = (samples[row - 1] & 0xff) - corner;
            for (int i = 0; i < length; i++) {
                samples[row + i] = (byte) Samples.clamp((samples[above + i] & 0xff) + difference);
            }
        }
    }
}
