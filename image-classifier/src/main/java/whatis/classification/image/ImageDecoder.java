package whatis.classification.image;

import java.io.IOException;
import java.io.InterruptedIOException;
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
        for (ImageFormat format : ImageFormat.values()) {
            Iterator<ImageReader> candidates = ImageIO.getImageReadersByFormatName(format.title());
            if (!candidates.hasNext()) {
                throw new IllegalStateException("no ImageIO reader for " + format.title() + " on the class path");
            }
            readers.put(format, candidates.next().getOriginatingProvider());
        }
    }

    /** @throws ImageRejectedException if the image is not read; it says why */
    RgbImage decode(byte[] encoded) {
        ImageFormat format = ImageFormat.of(encoded);
        BudgetedImageInputStream input = null;
        try {
            ImageContainer container = format.open(encoded);
            input = new BudgetedImageInputStream(container.bytes(), limits.decodeBudget());
            RgbImage stored = decode(container, Objects.requireNonNull(readers.get(format)), input);
            return container.orientation().apply(stored);
        } catch (ImageRejectedException rejection) {
            throw rejection;
        } catch (IOException | RuntimeException failure) {
            throw input != null && input.spent()
                    ? UnreadableImageException.overBudget(format, limits.decodeBudget(), failure)
                    : UnreadableImageException.damaged(format, failure);
        }
    }

    /** Takes steps in the order of what they cost: nothing is decoded before all of the header is accepted. */
    private RgbImage decode(ImageContainer container, ImageReaderSpi provider, BudgetedImageInputStream input)
            throws IOException {
        ImageReader reader = provider.createReaderInstance();
        try {
            reader.setInput(input);
            ImageSize size = container.size(reader);
            limits.check(size);
            container.check(size, limits);
            RgbImage image = container.read(reader);
            if (input.spent()) {
                throw new InterruptedIOException("decode budget spent, which the reader did not tell");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }
}
