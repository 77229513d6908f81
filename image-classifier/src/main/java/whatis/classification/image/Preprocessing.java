package whatis.classification.image;

import java.util.List;

/**
 * What a checkpoint's {@code preprocessor_config.json} prescribes between decoded pixels and model input, in that order.
 * The constructor's complaints name that file's fields.
 *
 * @param width width of the model's input in pixels, 1 to 4096
 * @param height height of the model's input in pixels, 1 to 4096
 * @param resize whether images are resized; without it they must have the model's size
 * @param filter the filter to resize with
 * @param rescale whether samples, 0 to 255, are multiplied with {@code rescaleFactor}
 * @param rescaleFactor more than zero, usually 1/255
 * @param normalize whether {@code mean} is subtracted and the rest divided by {@code std}
 * @param mean the means of red, green and blue after rescaling
 * @param std the standard deviations of red, green and blue after rescaling, above zero
 */
public record Preprocessing(
        int width,
        int height,
        boolean resize,
        ResamplingFilter filter,
        boolean rescale,
        double rescaleFactor,
        boolean normalize,
        List<Double> mean,
        List<Double> std) {

    private static final int MAX_LENGTH = 4096;

    public Preprocessing {
        if (width < 1 || width > MAX_LENGTH || height < 1 || height > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "size is %d x %d, not between 1 and %d".formatted(height, width, MAX_LENGTH));
        }
        if (!(rescaleFactor > 0 && Double.isFinite(rescaleFactor))) {
            throw new IllegalArgumentException("rescale_factor is %s, not positive".formatted(rescaleFactor));
        }
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != 3 || !mean.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("image_mean is %s, not three numbers".formatted(mean));
        }
        if (std.size() != 3 || !std.stream().allMatch(deviation -> deviation > 0 && Double.isFinite(deviation))) {
            throw new IllegalArgumentException("image_std is %s, not three positive numbers".formatted(std));
        }
    }

    ImageSize size() {
        return new ImageSize(width, height);
    }

    /** Returns the model's input for each of the 256 samples of a channel, 0 for red to 2 for blue. */
    float[] inputs(int channel) {
        float[] inputs = new float[256];
        for (int sample = 0; sample < inputs.length; sample++) {
            float input = rescale ? (float) (sample * rescaleFactor) : sample;
            inputs[sample] = normalize
                    ? (input - mean.get(channel).floatValue())
                            / std.get(channel).floatValue()
                    : input;
        }
        return inputs;
    }
}
