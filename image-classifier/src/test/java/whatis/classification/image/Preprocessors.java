package whatis.classification.image;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.image.ImageLimits;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;

/** What tests prepare images with. */
final class Preprocessors {

    private static final List<Double> HALVES = List.of(0.5, 0.5, 0.5);

    private Preprocessors() {}

    /** Returns a preprocessor with the settings of most Vision Transformers. */
    static ImagePreprocessor preprocessor(ImageLimits limits) {
        return preprocessor(new Resizing.Exact(ImageSize.square(224)), null, limits);
    }

    static ImagePreprocessor preprocessor(Resizing resizing, @Nullable CentreCrop crop) {
        return preprocessor(resizing, crop, ImageLimits.DEFAULT);
    }

    static ImagePreprocessor preprocessor(Resizing resizing, @Nullable CentreCrop crop, ImageLimits limits) {
        Normalization normalization = new Normalization(1 / 255.0, HALVES, HALVES);
        return new ImagePreprocessor(
                new Preprocessing(resizing, ResamplingFilter.BILINEAR, crop, normalization), limits);
    }
}
