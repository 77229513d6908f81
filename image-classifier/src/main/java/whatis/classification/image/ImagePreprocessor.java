package whatis.classification.image;

import java.nio.FloatBuffer;

/**
 * Prepares encoded images for a network: the gate against hostile files, decoding, and what the checkpoint prescribes, with
 * the results of Pillow 13 and transformers' image processors. Safe for use by many threads.
 */
public final class ImagePreprocessor {

    private final Preprocessing preprocessing;
    private final ImageLimits limits;
    private final ImageDecoder decoder;
    private final float[][] inputs = new float[RgbImage.CHANNELS][];

    /**
     * Turns off ImageIO's cache on disk, which is for the whole process.
     *
     * @throws IllegalStateException if the ImageIO reader of a format is not on the class path
     */
    public ImagePreprocessor(Preprocessing preprocessing, ImageLimits limits) {
        this.preprocessing = preprocessing;
        this.limits = limits;
        this.decoder = new ImageDecoder();
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            inputs[channel] = preprocessing.normalization().inputs(channel);
        }
    }

    /** Returns how many floats an image becomes: 3 x height x width. */
    public int floats() {
        return Math.toIntExact(RgbImage.CHANNELS * preprocessing.inputSize().pixels());
    }

    /**
     * Reads the header of an image, which tells how much memory it takes to prepare it. The caller closes the image.
     *
     * @param encoded a JPEG, PNG, GIF, BMP, WebP or TIFF; of several frames the first counts. It is not changed, and must
     *     not be until the image is prepared
     * @throws ImageRejectedException if the header is reason enough not to take the image
     */
    public OpenedImage open(byte[] encoded) {
        DecodeBudget budget = DecodeBudget.start(limits.decodeBudget());
        EncodedImage image = decoder.open(encoded, budget);
        try {
            return new OpenedImage(this, image, budget);
        } catch (RuntimeException | Error e) {
            image.close();
            throw e;
        }
    }

    /**
     * Prepares an image at once, for callers that prepare few at a time.
     *
     * @param encoded as for {@link #open}
     * @param target as for {@link OpenedImage#prepare}, which tells what is thrown, too
     */
    public void prepare(byte[] encoded, FloatBuffer target) {
        try (OpenedImage image = open(encoded)) {
            image.prepare(target);
        }
    }

    Preprocessing preprocessing() {
        return preprocessing;
    }

    ImageLimits limits() {
        return limits;
    }

    float[] inputs(int channel) {
        return inputs[channel];
    }
}
