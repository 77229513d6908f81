package whatis.classification.network;

import whatis.classification.checkpoint.Tensor;

/**
 * What attention adds to the product of a query and a key for the way from one patch to the other, as BEiT has it.
 *
 * <p>A table has an entry for each way, row by row, and three more: from the class token to a patch, from a patch to the
 * class token, and from the class token to itself.
 *
 * @param trained rows and columns of patches, a square's, that the table is made for
 * @param rows of patches in the pictures that come
 * @param columns of patches in the pictures that come
 * @param heads how many numbers an entry has
 */
record RelativePositions(int trained, int rows, int columns, int heads) {

    /** The entries for the class token. */
    private static final int OTHERS = 3;

    int entries() {
        return ways(trained, trained) + OTHERS;
    }

    int tokens() {
        return 1 + rows * columns;
    }

    /**
     * Spreads a table out, in torch's bilinear interpolation where the pictures have another size.
     *
     * @param table {@code [entries, heads]}
     * @return {@code [heads, tokens, tokens]}
     */
    Tensor bias(Tensor table) {
        return () -> {
            float[] trainedTable = table.read();
            float[] entries = resized(trainedTable);
            int others = ways(trained, trained) * heads;
            int tokens = tokens();
            float[] bias = new float[heads * tokens * tokens];
            for (int query = 0; query < tokens; query++) {
                for (int key = 0; key < tokens; key++) {
                    boolean patches = query > 0 && key > 0;
                    float[] from = patches ? entries : trainedTable;
                    int entry = patches ? way(query - 1, key - 1) * heads : others + other(query, key) * heads;
                    for (int head = 0; head < heads; head++) {
                        bias[(head * tokens + query) * tokens + key] = from[entry + head];
                    }
                }
            }
            return bias;
        };
    }

    private float[] resized(float[] table) {
        int side = 2 * trained - 1;
        return Interpolation.BILINEAR.resized(table, side, side, heads, 2 * rows - 1, 2 * columns - 1);
    }

    private int way(int query, int key) {
        int down = query / columns - key / columns + rows - 1;
        int right = query % columns - key % columns + columns - 1;
        return down * (2 * columns - 1) + right;
    }

    private static int other(int query, int key) {
        if (query == 0) {
            return key == 0 ? 2 : 0;
        }
        return 1;
    }

    private static int ways(int rows, int columns) {
        return (2 * rows - 1) * (2 * columns - 1);
    }
}
