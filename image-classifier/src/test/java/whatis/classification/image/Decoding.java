package whatis.classification.image;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests decode with. */
final class Decoding {

    private static final List<Double> HALVES = List.of(0.5, 0.5, 0.5);

    private Decoding() {}

    static RgbImage decode(byte[] encoded) {
        return decode(encoded, ImageLimits.DEFAULT);
    }

    static RgbImage decode(byte[] encoded, ImageLimits limits) {
        DecodeBudget budget = DecodeBudget.start(limits.decodeBudget());
        try (EncodedImage image = new ImageDecoder().open(encoded, budget)) {
            limits.checkMemory(image.header(limits).memory());
            return image.pixels(false);
        }
    }

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

    static DecodeBudget plenty() {
        return DecodeBudget.start(Duration.ofMinutes(10));
    }
}
