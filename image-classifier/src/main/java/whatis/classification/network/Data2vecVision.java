package whatis.classification.network;

import java.util.List;
import whatis.classification.checkpoint.JsonFields;
import whatis.classification.checkpoint.WeightNames;
import whatis.image.raster.ImageSize;

/**
 * The image encoder of data2vec: transformers' {@code Data2VecVisionForImageClassification}, which computes what {@link
 * Beit} does.
 *
 * @see <a href="https://arxiv.org/abs/2202.03555">A General Framework for Self-supervised Learning</a>
 */
final class Data2vecVision implements Architecture {

    @Override
    public String modelType() {
        return "data2vec-vision";
    }

    @Override
    public WeightNames names() {
        return new WeightNames("data2vec_vision", List.of());
    }

    @Override
    public Forward forward(JsonFields json, ImageSize input, int labels) {
        Beit.Variant variant = Beit.Variant.of(json, input);
        return (graph, layers) -> variant.logits(graph, layers, "data2vec_vision.", labels);
    }
}
