package whatis.classification.network;

import whatis.classification.checkpoint.Tensor;
import whatis.image.raster.ImageSize;

/** Cuts the image into patches, each a token. */
final class Patches {

    private Patches() {}

    /**
     * Returns a convolution whose steps are as long as its kernel, {@code name.weight} and {@code name.bias}, as the linear
     * layer that it is; a patch is flattened by channel, then row, then column.
     */
    static Linear projection(Layers layers, String name, int hiddenSize, ImageSize patch, boolean bias) {
        Tensor weight = layers.tensor(name + ".weight", hiddenSize, Graph.CHANNELS, patch.height(), patch.width());
        return new Linear(
                name,
                hiddenSize,
                Graph.CHANNELS * patch.height() * patch.width(),
                weight,
                bias ? layers.tensor(name + ".bias", hiddenSize) : Tensors.zeros(hiddenSize));
    }

    /**
     * Returns the patches, row by row, each flattened as {@link #projection} takes it.
     *
     * @return {@code [patches, channels * height * width of a patch]}
     */
    static Value of(Graph graph, ImageSize patch) {
        return of(graph, graph.pixels(), patch);
    }

    /**
     * Returns the patches of an image, {@code [channels, height, width]}, row by row.
     *
     * @return {@code [patches, channels * height * width of a patch]}
     */
    static Value of(Graph graph, Value pixels, ImageSize patch) {
        int rows = pixels.size(1) / patch.height();
        int columns = pixels.size(2) / patch.width();
        Value whole = graph.slice(graph.slice(pixels, 1, 0, rows * patch.height()), 2, 0, columns * patch.width());
        Value tiles =
                graph.reshaped(graph.typed(whole), 1, Graph.CHANNELS, rows, patch.height(), columns, patch.width());
        return graph.reshaped(
                graph.permuted(tiles, 1, 3, 0, 2, 4),
                1,
                rows * columns,
                Graph.CHANNELS * patch.height() * patch.width());
    }
}
