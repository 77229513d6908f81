package whatis.classification.network;

import java.util.Arrays;
import whatis.classification.checkpoint.Tensor;

/**
 * A grid of tokens cut into square windows. At its right and lower edge the grid is padded, so that windows fit; then it is
 * rolled up and to the left, so that the windows lie across the borders of those that aren't shifted. What doesn't lie
 * together in the grid shares a window then, and doesn't attend to each other.
 *
 * @param rows how many rows of tokens the grid has
 * @param columns how many columns of tokens the grid has
 * @param side how many rows and columns a window has
 * @param shift how many rows and columns the grid is rolled, 0 to before {@code side}
 */
record Windows(int rows, int columns, int side, int shift) {

    /** Returns how many parts a length has, the last one perhaps shorter than the others. */
    static int parts(int length, int part) {
        return (length + part - 1) / part;
    }

    private int down() {
        return parts(rows, side);
    }

    private int across() {
        return parts(columns, side);
    }

    int count() {
        return down() * across();
    }

    /** Returns how many tokens a window has. */
    int area() {
        return side * side;
    }

    /** Returns how many tokens all windows have together. */
    int tokens() {
        return count() * area();
    }

    /** Returns whether windows hold more than the grid. */
    boolean padded() {
        return tokens() != rows * columns;
    }

    /** Returns for each token, window by window and row by row in each, its position in the grid; -1 for the padding. */
    int[] order() {
        int[] order = new int[tokens()];
        for (int i = 0; i < order.length; i++) {
            int row = (row(i) + shift) % (down() * side);
            int column = (column(i) + shift) % (across() * side);
            order[i] = row < rows && column < columns ? row * columns + column : -1;
        }
        return order;
    }

    /** Returns 1 for each token of the grid, in their {@link #order}, and 0 for the padding. */
    Tensor inside() {
        return () -> {
            float[] inside = new float[tokens()];
            int[] order = order();
            for (int i = 0; i < order.length; i++) {
                inside[i] = order[i] < 0 ? 0 : 1;
            }
            return inside;
        };
    }

    /** Returns how many different biases there are: one for each window if they are shifted. */
    int biases() {
        return shift > 0 ? count() : 1;
    }

    /**
     * Returns what is added to the products of queries and keys, {@code [biases, heads, area, area]}.
     *
     * @param table a number for each distance of query and key, from {@code 1 - side} to {@code side - 1} rows and for each
     *     as many columns, and for each head: {@code [(2 side - 1)^2, heads]}
     * @param apart what is added where query and key don't lie together in the grid
     */
    Tensor bias(Tensor table, int heads, float apart) {
        return () -> {
            float[] entries = table.read();
            float[] bias = new float[biases() * heads * area() * area()];
            int next = 0;
            for (int window = 0; window < biases(); window++) {
                int[] regions = regions(window);
                for (int head = 0; head < heads; head++) {
                    for (int query = 0; query < area(); query++) {
                        for (int key = 0; key < area(); key++) {
                            float together = regions[query] == regions[key] ? 0 : apart;
                            bias[next++] = entries[distance(query, key) * heads + head] + together;
                        }
                    }
                }
            }
            return bias;
        };
    }

    private int distance(int query, int key) {
        int down = query / side - key / side + side - 1;
        int across = query % side - key % side + side - 1;
        return down * (2 * side - 1) + across;
    }

    /** Returns for each token of a window a number that it shares with those beside which it lies in the grid. */
    private int[] regions(int window) {
        int[] regions = new int[area()];
        if (shift > 0) {
            Arrays.setAll(regions, i -> {
                int token = window * area() + i;
                return 3 * region(row(token), down() * side) + region(column(token), across() * side);
            });
        }
        return regions;
    }

    private int region(int position, int length) {
        return position < length - side ? 0 : position < length - shift ? 1 : 2;
    }

    /** Returns the row of a token in the rolled grid. */
    private int row(int token) {
        return token / area() / across() * side + token % area() / side;
    }

    private int column(int token) {
        return token / area() % across() * side + token % side;
    }
}
