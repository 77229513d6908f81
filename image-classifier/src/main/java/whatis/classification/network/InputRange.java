package whatis.classification.network;

/**
 * The range of what a linear layer reads, cut into the 256 steps of a byte. It holds zero, which is one of the steps: so
 * padding and ReLU's zeros stay exact.
 *
 * @param min the least value, at most 0
 * @param max the largest value, at least 0
 * @see <a href="https://arxiv.org/abs/1712.05877">Quantization and Training of Neural Networks for Efficient
 *     Integer-Arithmetic-Only Inference</a>
 */
public record InputRange(float min, float max) {

    private static final int STEPS = 255;

    /** Of a layer that reads nothing but zeros. */
    private static final double ANY_SCALE = 1;

    public InputRange {
        if (!(min <= 0 && max >= 0 && Float.isFinite(max - min))) {
            throw new IllegalArgumentException("%s to %s is no finite range around 0".formatted(min, max));
        }
    }

    /** Returns the smallest range that holds both values, and zero. */
    static InputRange holding(float least, float largest) {
        return new InputRange(Math.min(0, least), Math.max(0, largest));
    }

    /** Returns how far two steps are apart; above 0. */
    double scale() {
        double scale = ((double) max - min) / STEPS;
        return (float) scale > 0 ? scale : ANY_SCALE;
    }

    /** Returns the step that is zero, 0 to 255. */
    long zeroPoint() {
        return Math.round(-min / scale());
    }
}
