package whatis.classification.image;

import java.nio.FloatBuffer;
import whatis.image.ImageDecoder;
import whatis.image.ImageLimits;
import whatis.image.ImageRejectedException;
import whatis.image.raster.RgbImage;

/**
 * Prepares encoded images for a network: the gate against hostile files, decoding, and what the checkpoint prescribes, with
 * the results of Pillow 13 and transformers' image processors. Safe for use by many threads.
 */
public final class ImagePreprocessor {

    private final Preprocessing preprocessing;
    private final ImageLimits limits;
    private final ImageDecoder decoder;
    private final float[][] inputs = new float[RgbImage.CHANNELS][];

    public ImagePreprocessor(Preprocessing preprocessing, ImageLimits limits) {
        this.preprocessing = preprocessing;
        this.limits = limits;
        this.decoder = new ImageDecoder(limits);
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            inputs[channel] = preprocessing.normalization().inputs(channel);
        }
    }

    /** Returns how many floats an image becomes: 3 x height x width. */
    public int floats() {
        return Math.toIntExact(RgbImage.CHANNELS * preprocessing.inputSize().pixels());
    }

    /**
     * Reads the header of an image, which tells how much memory it takes to prepare it.
     *
     * @param encoded a file in any of the {@linkplain whatis.image.ImageFormat formats}; of several frames the first counts.
     *     It must not be changed until the image is prepared
     * @throws ImageRejectedException if the header is reason enough not to take the image
     */
    public OpenedImage open(byte[] encoded) {
        return new OpenedImage(this, decoder.open(encoded), limits);
    }

    /**
     * Prepares an image at once, for callers that prepare few at a time.
     *
     * @param encoded as for {@link #open}
     * @param target as for {@link OpenedImage#prepare}, which tells what is thrown, too
     */
    public void prepare(byte[] encoded, FloatBuffer target) {
        open(encoded).prepare(target);
    }

    Preprocessing preprocessing() {
        return preprocessing;
    }

    float[] inputs(int channel) {
        return inputs[channel];
    }
}
