package whatis.classification.image;

import java.nio.FloatBuffer;

/**
 * An image whose header was read, and which can become a network's input. Its time counts from its header on, except while
 * it waits between opening and preparing. For one thread at a time; close it to free what its reader holds.
 */
public final class OpenedImage implements AutoCloseable {

    private final ImagePreprocessor preprocessor;
    private final EncodedImage encoded;
    private final DecodeBudget budget;
    private final Placement placement;
    private final Resizer resizer;
    private final long memory;

    /** @throws ImageRejectedException if the header is reason enough not to take the image */
    OpenedImage(ImagePreprocessor preprocessor, EncodedImage encoded, DecodeBudget budget) {
        this.preprocessor = preprocessor;
        this.encoded = encoded;
        this.budget = budget;
        Preprocessing preprocessing = preprocessor.preprocessing();
        ImageLimits limits = preprocessor.limits();
        ImageHeader header = encoded.header(limits);
        this.placement = preprocessing.place(header.size());
        this.resizer = new Resizer(preprocessing.filter(), header.size(), placement);
        // The bytes of the whole input, with what may have to be added around the image, and the floats of one channel.
        long finishing = preprocessing.inputSize().pixels() * (RgbImage.CHANNELS + Float.BYTES);
        this.memory = Math.max(header.memory(), resizer.memory() + finishing);
        limits.checkMemory(memory);
        budget.pause();
    }

    /**
     * Tells how much memory {@link #prepare} takes at most, as the header has it. A caller that adds this up over all
     * images in work, and lets those wait that would be too much, never runs out of memory.
     *
     * @return bytes, on the heap but for a progressive JPEG's coefficients; at most the limits' {@code maxMemory}
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
        budget.resume();
        write(resizer.resize(encoded.pixels(preprocessor.preprocessing().hiddenIsWhite()), budget), target);
    }

    private void write(RgbImage image, FloatBuffer target) {
        Preprocessing preprocessing = preprocessor.preprocessing();
        byte[] rgb = image.placedOn(
                        preprocessing.inputSize(),
                        placement.columns().at(),
                        placement.rows().at(),
                        preprocessing.border())
                .rgb();
        float[] plane = new float[rgb.length / RgbImage.CHANNELS];
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
            float[] input = preprocessor.inputs(channel);
            for (int pixel = 0; pixel < plane.length; pixel++) {
                plane[pixel] = input[rgb[RgbImage.CHANNELS * pixel + channel] & 0xff];
            }
            target.put(plane);
        }
    }

    @Override
    public void close() {
        encoded.close();
    }
}
