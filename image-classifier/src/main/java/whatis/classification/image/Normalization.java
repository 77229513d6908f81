package whatis.classification.image;

import java.util.List;
import whatis.image.raster.RgbImage;

/**
 * The last step of a preprocessing: each sample, 0 to 255, is multiplied with a factor, then the mean of its channel is
 * subtracted, and the rest divided by the channel's standard deviation. The product is rounded to a float once; the rest is
 * float arithmetic, which is what transformers' {@code rescale} and {@code normalize} do in NumPy.
 *
 * @param factor more than zero, usually 1/255; 1 leaves samples as they are
 * @param mean the means of red, green and blue; zeros subtract nothing
 * @param std the standard deviations of red, green and blue, above zero; ones divide nothing
 */
public record Normalization(double factor, List<Double> mean, List<Double> std) {

    /** Leaves samples as they are. */
    public static final Normalization NONE = new Normalization(1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

    private static final int SAMPLES = 256;

    /** @throws IllegalArgumentException naming the field of a processor's file as transformers calls it */
    public Normalization {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("rescale_factor is %s, not positive".formatted(factor));
        }
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != RgbImage.CHANNELS || !mean.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("image_mean is %s, not three numbers".formatted(mean));
        }
        if (std.size() != RgbImage.CHANNELS || !std.stream().allMatch(Normalization::isPositive)) {
            throw new IllegalArgumentException("image_std is %s, not three positive numbers".formatted(std));
        }
        // The greatest sample has the greatest input, and that of 0 is mean over deviation.
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            if (!Float.isFinite(input(SAMPLES - 1, factor, mean.get(channel), std.get(channel)))
                    || !Float.isFinite(input(0, factor, mean.get(channel), std.get(channel)))) {
                throw new IllegalArgumentException(
                        "rescale_factor %s, image_mean %s and image_std %s make numbers that no float holds"
                                .formatted(factor, mean, std));
            }
        }
    }

    private static boolean isPositive(double deviation) {
        return deviation > 0 && Double.isFinite(deviation);
    }

    /** Returns the network's input for each of the 256 samples of a channel, 0 for red to 2 for blue. */
    float[] inputs(int channel) {
        float[] inputs = new float[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            inputs[sample] = input(sample, factor, mean.get(channel), std.get(channel));
        }
        return inputs;
    }

    private static float input(int sample, double factor, double mean, double std) {
        return ((float) (sample * factor) - (float) mean) / (float) std;
    }
}
