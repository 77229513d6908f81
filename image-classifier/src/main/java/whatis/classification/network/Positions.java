package whatis.classification.network;

import whatis.classification.checkpoint.CheckpointException;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.Tensor;
import whatis.image.raster.ImageSize;

/**
 * Learned positions of patches, where pictures may come in another size than the one that a network was trained for.
 *
 * @param trained the configuration as the checkpoint has it
 * @param actual the same for the pictures that come
 * @param kernel how the positions are interpolated
 */
record Positions(TransformerConfig trained, TransformerConfig actual, Interpolation kernel) {

    /**
     * Checks that there is a way from one size to the other.
     *
     * @throws CheckpointException if the pictures are too small or too large, or if the positions are no square: then
     *     transformers interpolates them in disorder
     */
    static Positions of(TransformerConfig trained, ImageSize input, Interpolation kernel, JsonFields json) {
        Positions positions = new Positions(trained, trained.at(input, json), kernel);
        if (positions.differ() && trained.rows() != trained.columns()) {
            throw json.refusal(
                    "image_size %s makes %d x %d patches; only a square of them can be interpolated to pictures of %s"
                            .formatted(
                                    trained.image().heightFirst(),
                                    trained.rows(),
                                    trained.columns(),
                                    input.heightFirst()));
        }
        return positions;
    }

    private boolean differ() {
        return actual.patches() != trained.patches() || !actual.image().isSquare();
    }

    /**
     * Returns the positions of the patches.
     *
     * @param learned {@code [before + patches, hiddenSize]} of the trained size
     * @param before how many other tokens stand before the patches
     * @return {@code [patches, hiddenSize]} of the actual size
     */
    Tensor ofPatches(Tensor learned, int before) {
        int width = trained.hiddenSize();
        Tensor patches = Tensors.part(learned, before * width, (before + trained.patches()) * width);
        return differ()
                ? () -> kernel.resized(
                        patches.read(), trained.rows(), trained.columns(), width, actual.rows(), actual.columns())
                : patches;
    }
}
