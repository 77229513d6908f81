package whatis.classification.image;

import java.nio.FloatBuffer;
import java.util.Arrays;
import whatis.image.EncodedImage;
import whatis.image.ImageLimits;
import whatis.image.ImageRejectedException;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;

/**
 * An image whose header was read, and which can become a network's input. Its time counts from its header on, except while
 * it waits between opening and preparing. For one thread at a time.
 */
public final class OpenedImage {

    private final ImagePreprocessor preprocessor;
    private final EncodedImage encoded;
    private final Placement placement;
    private final long memory;

    /** @throws ImageRejectedException if the header is reason enough not to take the image */
    OpenedImage(ImagePreprocessor preprocessor, EncodedImage encoded, ImageLimits limits) {
        this.preprocessor = preprocessor;
        this.encoded = encoded;
        Preprocessing preprocessing = preprocessor.preprocessing();
        this.placement = preprocessing.place(encoded.header().size());
        if (preprocessing.hiddenIsWhite()) {
            encoded.whitenHiddenColor();
        }
        long plane = Float.BYTES * preprocessing.inputSize().pixels();
        this.memory = encoded.memoryToResize(placement.target(), preprocessing.filter()) + plane;
        limits.checkMemory(memory);
    }

    /**
     * Tells how much memory {@link #prepare} takes at most, as the header has it. A caller that adds this up over all
     * images in work, and lets those wait that would be too much, never runs out of memory.
     *
     * @return bytes on the heap; at most the limits' {@code maxMemory}
     */
    public long memory() {
        return memory;
    }

    /**
     * Decodes the image and writes the network's input for it, planar, {@code [3, height, width]}. Can be called once.
     *
     * @param target where to write, from its position, which moves to the end of what is written
     * @throws ImageRejectedException if the image is to blame; nothing was written then
     * @throws OutOfMemoryError if memory is short; the image is not to blame then, nor was anything written
     * @throws IllegalArgumentException if less than {@link ImagePreprocessor#floats()} remain in the target
     */
    public void prepare(FloatBuffer target) {
        if (target.remaining() < preprocessor.floats()) {
            throw new IllegalArgumentException(
                    target.remaining() + " floats do not hold an image of " + preprocessor.floats());
        }
        Preprocessing preprocessing = preprocessor.preprocessing();
        RgbImage resized = encoded.resize(placement.target(), preprocessing.filter());
        float[] plane = new float[(int) preprocessing.inputSize().pixels()];
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            fill(plane, preprocessing.inputSize(), resized, channel);
            target.put(plane);
        }
    }

    private void fill(float[] plane, ImageSize size, RgbImage image, int channel) {
        float[] inputs = preprocessor.inputs(channel);
        if (!image.size().equals(size)) {
            Arrays.fill(plane, inputs[preprocessor.preprocessing().border(channel)]);
        }
        int in = channel;
        for (int y = 0; y < image.height(); y++) {
            int out = (placement.rows().at() + y) * size.width()
                    + placement.columns().at();
            for (int x = 0; x < image.width(); x++) {
                plane[out + x] = inputs[image.rgb()[in] & 0xff];
                in += RgbImage.CHANNELS;
            }
        }
    }
}
