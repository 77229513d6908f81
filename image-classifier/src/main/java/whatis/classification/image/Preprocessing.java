package whatis.classification.image;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whatis.image.ImageRejectedException;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.RgbImage;

/**
 * What happens to the pixels of an image before a network reads them: first {@code resizing}, then {@code crop}, then
 * {@code normalization}.
 *
 * @param resizing how large an image is made
 * @param filter the filter to resize with
 * @param crop what is cut out after that; null if nothing is. Images must have the expected size then
 * @param normalization how samples become floats
 * @param hiddenIsWhite whether the one colour that a GIF or a PNG may hide becomes white before all else, which is what
 *     {@code do_convert_rgb} does in transformers; otherwise colours count, seen or not
 */
public record Preprocessing(
        Resizing resizing,
        ResamplingFilter filter,
        @Nullable CentreCrop crop,
        Normalization normalization,
        boolean hiddenIsWhite) {

    /** A network's input has red, green and blue, in this order. */
    public static final int CHANNELS = RgbImage.CHANNELS;

    /** The longest edge of a network's input. */
    public static final int MAX_LENGTH = 4096;

    public Preprocessing {
        ImageSize input = crop == null ? resizing.expected() : crop.size();
        if (Math.max(input.width(), input.height()) > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the network's input would have %s pixels, more than %d a side".formatted(input, MAX_LENGTH));
        }
    }

    /** Makes a preprocessing for which colours count, seen or not. */
    public Preprocessing(
            Resizing resizing, ResamplingFilter filter, @Nullable CentreCrop crop, Normalization normalization) {
        this(resizing, filter, crop, normalization, false);
    }

    /**
     * Returns what timm's {@code create_transform} makes of a model's {@code pretrained_cfg} for evaluation.
     *
     * @param input the last two numbers of {@code input_size}, which are height and width
     * @param cropPct how much of the resized image's edge is kept, above zero
     * @param cropMode {@code center} cuts off what the longer edge has too much; {@code squash} gives up the proportions;
     *     {@code border} keeps the whole image and fills what is missing with the mean
     * @param interpolation the filter's name, such as {@code bicubic}
     * @param mean the means of red, green and blue, each of samples from 0 to 1
     * @param std the standard deviations of red, green and blue
     * @throws IllegalArgumentException if a value makes no sense, naming its field
     */
    public static Preprocessing ofTimm(
            ImageSize input,
            double cropPct,
            String cropMode,
            String interpolation,
            List<Double> mean,
            List<Double> std) {
        if (!(cropPct > 0 && cropPct <= 10)) {
            throw new IllegalArgumentException("crop_pct is %s, not above 0 and at most 10".formatted(cropPct));
        }
        ImageSize scaled = scaled(input, cropPct);
        Normalization normalization = new Normalization(1 / 255.0, mean, std);
        int border = cropMode.equals("border") ? color(normalization.mean()) : 0;
        Resizing resizing = switch (cropMode) {
            case "center" ->
                scaled.width() == scaled.height()
                        ? new Resizing.ShortestEdge(scaled.width())
                        : new Resizing.KeepRatio(scaled, true);
            case "squash" -> new Resizing.Exact(scaled);
            case "border" -> new Resizing.KeepRatio(scaled, false);
            default ->
                throw new IllegalArgumentException(
                        "crop_mode is \"%s\", not center, squash or border".formatted(cropMode));
        };
        return new Preprocessing(
                resizing,
                ResamplingFilter.named(interpolation),
                new CentreCrop(input, CentreCrop.Rounding.TORCHVISION, border),
                normalization);
    }

    private static ImageSize scaled(ImageSize input, double cropPct) {
        int width = (int) Math.floor(input.width() / cropPct);
        int height = (int) Math.floor(input.height() / cropPct);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("crop_pct is %s, which leaves nothing of %s".formatted(cropPct, input));
        }
        return new ImageSize(width, height);
    }

    private static int color(List<Double> mean) {
        int color = 0;
        for (double channel : mean) {
            double sample = Math.rint(255 * channel);
            if (!(sample >= 0 && sample <= 255)) {
                throw new IllegalArgumentException("mean is %s; crop_mode border takes 0 to 1".formatted(mean));
            }
            color = color << Byte.SIZE | (int) sample;
        }
        return color;
    }

    /** Returns the size of every input in the end. */
    public ImageSize inputSize() {
        return crop == null ? resizing.expected() : crop.size();
    }

    /** Returns a channel, 0 for red to 2 for blue, of the colour around an image that is too small. */
    int border(int channel) {
        return crop == null ? 0 : crop.border() >> Byte.SIZE * (CHANNELS - 1 - channel) & 0xff;
    }

    /**
     * Returns how an image of this size becomes the input.
     *
     * @throws ImageRejectedException if it can't
     */
    Placement place(ImageSize image) {
        ImageSize resized = resizing.resized(image);
        if (crop != null) {
            return new Placement(
                    resized,
                    crop.strip(resized.width(), crop.size().width()),
                    crop.strip(resized.height(), crop.size().height()));
        }
        if (!resized.equals(inputSize())) {
            throw UnexpectedImageSizeException.of(image, resized, inputSize());
        }
        return Placement.whole(resized);
    }
}
