package whatis.classification.image;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes images from strangers into the pixels that Pillow 13 makes of them with {@code convert("RGB")} and
 * {@code exif_transpose}. Safe for use by many threads.
 */
final class ImageDecoder {

    private final ImageLimits limits;
    private final Map<ImageFormat, ImageReaderSpi> readers = new EnumMap<>(ImageFormat.class);

    ImageDecoder(ImageLimits limits) {
        this.limits = limits;
        // A disk that is full would look like damage to a TIFF, and no image of a stranger belongs on one.
        ImageIO.setUseCache(false);
        for (ImageFormat format : ImageFormat.values()) {
            Iterator<ImageReader> candidates = ImageIO.getImageReadersByFormatName(format.title());
            if (!candidates.hasNext()) {
                throw new IllegalStateException("no ImageIO reader for " + format.title() + " on the class path");
            }
            readers.put(format, candidates.next().getOriginatingProvider());
        }
    }

    /**
     * Reads no more than the header.
     *
     * @throws ImageRejectedException if that is reason enough not to decode the image; it says why
     */
    ImageHeader header(byte[] encoded, DecodeBudget budget) {
        return read(encoded, budget, image -> image.header(limits));
    }

    /** @throws ImageRejectedException if the image is not decoded; it says why */
    RgbImage decode(byte[] encoded, DecodeBudget budget) {
        return read(encoded, budget, image -> {
            limits.checkMemory(image.header(limits).memory());
            return image.pixels();
        });
    }

    private <T> T read(byte[] encoded, DecodeBudget budget, Reading<T> reading) {
        ImageFormat format = ImageFormat.of(encoded);
        ImageReaderSpi provider = Objects.requireNonNull(readers.get(format));
        try (EncodedImage image = new EncodedImage(format.open(encoded), provider, budget)) {
            return reading.of(image);
        } catch (ImageRejectedException rejection) {
            throw rejection;
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError failure) {
            budget.check(); // a reader may hide why it was stopped
            throwMemoryShortage(failure);
            throw UnreadableImageException.damaged(format, failure);
        }
    }

    /** Tells a reader's want of memory, for which the image is not to blame, from damage. */
    private static void throwMemoryShortage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError shortage) {
                throw shortage;
            }
        }
    }

    private interface Reading<T> {
        T of(EncodedImage image) throws IOException;
    }
}
