package whatis.classification.network;

/**
 * Brings a grid of vectors to another size as torch's {@code interpolate} with {@code align_corners=False} does, with the
 * same arithmetic in fp32.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/v2.13.0/aten/src/ATen/native/UpSample.h">torch's kernels</a>
 */
enum Interpolation {
    BILINEAR {
        @Override
        void weigh(float[] weights, int to, int position) {
            float center = Math.max(0, center(weights.length, to, position) - 0.5f);
            int first = (int) center;
            float rest = center - first;
            add(weights, first, 1 - rest);
            add(weights, first + 1, rest);
        }
    },
    BICUBIC {
        @Override
        void weigh(float[] weights, int to, int position) {
            float center = center(weights.length, to, position) - 0.5f;
            int first = (int) Math.floor(center);
            for (int i = first - 1; i <= first + 2; i++) {
                add(weights, i, cubic(center - i, -0.75f));
            }
        }
    },
    /** With {@code antialias=True}: where the grid shrinks, the kernel grows. */
    BICUBIC_ANTIALIASED {
        @Override
        void weigh(float[] weights, int to, int position) {
            float center = center(weights.length, to, position);
            float scale = Math.max(1, (float) weights.length / to);
            float reach = 2 * scale;
            int first = Math.max(0, (int) (center - reach + 0.5f));
            int end = Math.min(weights.length, (int) (center + reach + 0.5f));
            float sum = 0;
            for (int i = first; i < end; i++) {
                weights[i] = cubic((i - center + 0.5f) / scale, -0.5f);
                sum += weights[i];
            }
            for (int i = first; i < end; i++) {
                weights[i] /= sum;
            }
        }
    };

    /**
     * Fills in what each of the old positions of an axis contributes to a new one.
     *
     * @param weights zeros, one for each old position
     * @param to how many new positions there are
     */
    abstract void weigh(float[] weights, int to, int position);

    /**
     * Returns the grid in another size.
     *
     * @param grid {@code [rows, columns, size]}
     * @param size the length of a vector
     * @return {@code [newRows, newColumns, size]}
     */
    float[] resized(float[] grid, int rows, int columns, int size, int newRows, int newColumns) {
        float[] wide = alongAxis(grid, rows, columns, size, newColumns);
        return alongAxis(wide, 1, rows, newColumns * size, newRows);
    }

    /** @param values {@code [outer, from, inner]} */
    private float[] alongAxis(float[] values, int outer, int from, int inner, int to) {
        float[] result = new float[outer * to * inner];
        for (int position = 0; position < to; position++) {
            float[] weights = new float[from];
            weigh(weights, to, position);
            for (int i = 0; i < from; i++) {
                if (weights[i] != 0) {
                    for (int o = 0; o < outer; o++) {
                        addScaled(
                                values, (o * from + i) * inner, weights[i], result, (o * to + position) * inner, inner);
                    }
                }
            }
        }
        return result;
    }

    private static void addScaled(float[] source, int at, float factor, float[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] += factor * source[at + i];
        }
    }

    /** Returns the middle of a new position on the old axis, whose first position reaches from 0 to 1. */
    private static float center(int from, int to, int position) {
        return (float) from / to * (position + 0.5f);
    }

    /** Positions beyond the edges count as those at the edges. */
    private static void add(float[] weights, int position, float weight) {
        weights[Math.min(weights.length - 1, Math.max(0, position))] += weight;
    }

    /** Cubic convolution (Keys, 1981). */
    private static float cubic(float distance, float a) {
        float x = Math.abs(distance);
        if (x <= 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
    }
}
