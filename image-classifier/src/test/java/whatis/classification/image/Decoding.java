package whatis.classification.image;

import java.time.Duration;
import java.util.List;

/** What tests decode with. */
final class Decoding {

    private Decoding() {}

    static RgbImage decode(byte[] encoded) {
        return decode(encoded, ImageLimits.DEFAULT);
    }

    static RgbImage decode(byte[] encoded, ImageLimits limits) {
        return new ImageDecoder(limits).decode(encoded, DecodeBudget.start(limits.decodeBudget()));
    }

    /** Returns a preprocessor with the settings of most Vision Transformers. */
    static ImagePreprocessor preprocessor(ImageLimits limits) {
        return preprocessor(224, 224, true, limits);
    }

    static ImagePreprocessor preprocessor(int width, int height, boolean resize) {
        return preprocessor(width, height, resize, ImageLimits.DEFAULT);
    }

    private static ImagePreprocessor preprocessor(int width, int height, boolean resize, ImageLimits limits) {
        List<Double> halves = List.of(0.5, 0.5, 0.5);
        Preprocessing preprocessing = new Preprocessing(
                width, height, resize, ResamplingFilter.BILINEAR, true, 1 / 255.0, true, halves, halves);
        return new ImagePreprocessor(preprocessing, limits);
    }

    static DecodeBudget plenty() {
        return DecodeBudget.start(Duration.ofMinutes(10));
    }
}
