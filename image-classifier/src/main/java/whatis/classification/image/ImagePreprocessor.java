package whatis.classification.image;

import java.nio.FloatBuffer;

/**
 * Prepares encoded images for a model: the gate against hostile files, decoding, and what the checkpoint prescribes, with
 * the results of Pillow 13 and transformers' image processor. Safe for use by many threads.
 */
public final class ImagePreprocessor {

    private static final int CHANNELS = 3;

    private final Preprocessing preprocessing;
    private final ImageLimits limits;
    private final ImageDecoder decoder;
    private final Resizer resizer;
    private final float[][] inputs = new float[CHANNELS][];

    /**
     * Turns off ImageIO's cache on disk, which is for the whole process.
     *
     * @throws IllegalStateException if the ImageIO reader of a format is not on the class path
     */
    public ImagePreprocessor(Preprocessing preprocessing, ImageLimits limits) {
        this.preprocessing = preprocessing;
        this.limits = limits;
        this.decoder = new ImageDecoder(limits);
        this.resizer = new Resizer(preprocessing.size(), preprocessing.filter());
        for (int channel = 0; channel < CHANNELS; channel++) {
            inputs[channel] = preprocessing.inputs(channel);
        }
    }

    /** Returns how many floats {@link #prepare} writes: 3 x height x width. */
    public int floats() {
        return CHANNELS * preprocessing.height() * preprocessing.width();
    }

    /**
     * Reads the header of an image and tells from it how much memory {@link #prepare} takes at most. Who adds this up over
     * all images in work, and lets those wait that would be too much, never runs out of memory.
     *
     * @param encoded as for {@link #prepare}
     * @return bytes, on the heap but for a progressive JPEG's coefficients; at most the limits' {@code maxMemory}
     * @throws ImageRejectedException if the header is reason enough not to take the image
     */
    public long memory(byte[] encoded) {
        ImageHeader header = decoder.header(encoded, DecodeBudget.start(limits.decodeBudget()));
        long memory = Math.max(header.memory(), resizer.memory(header.size()));
        limits.checkMemory(memory);
        return memory;
    }

    /**
     * Decodes one image and writes the model's input for it, planar, {@code [3, height, width]}.
     *
     * @param encoded a JPEG, PNG, GIF, BMP, WebP or TIFF; of several frames the first counts. It is not changed
     * @param target where to write, from its position, which moves to the end of what is written
     * @throws ImageRejectedException if the image is to blame; nothing was written then
     * @throws OutOfMemoryError if memory is short; the image is not to blame then, nor was anything written
     * @throws IllegalArgumentException if less than {@link #floats()} remain in the target
     */
    public void prepare(byte[] encoded, FloatBuffer target) {
        if (target.remaining() < floats()) {
            throw new IllegalArgumentException(target.remaining() + " floats do not hold an image of " + floats());
        }
        DecodeBudget budget = DecodeBudget.start(limits.decodeBudget());
        byte[] rgb = sized(decoder.decode(encoded, budget), budget).rgb();
        float[] plane = new float[rgb.length / CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            float[] input = inputs[channel];
            for (int pixel = 0; pixel < plane.length; pixel++) {
                plane[pixel] = input[rgb[CHANNELS * pixel + channel] & 0xff];
            }
            target.put(plane);
        }
    }

    private RgbImage sized(RgbImage image, DecodeBudget budget) {
        if (preprocessing.resize()) {
            limits.checkMemory(resizer.memory(image.size()));
            return resizer.resize(image, budget);
        }
        if (!image.size().equals(preprocessing.size())) {
            throw new UnexpectedImageSizeException(image.size(), preprocessing.size());
        }
        return image;
    }
}
