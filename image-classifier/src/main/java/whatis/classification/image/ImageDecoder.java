package whatis.classification.image;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes images from strangers into the pixels that Pillow 13 makes of them with {@code convert("RGB")} and
 * {@code exif_transpose}. Safe for use by many threads.
 */
final class ImageDecoder {

    private final Map<ImageFormat, ImageReaderSpi> readers = new EnumMap<>(ImageFormat.class);

    ImageDecoder() {
        // A disk that is full would look like damage to a TIFF, and no image of a stranger belongs on one.
        ImageIO.setUseCache(false);
        for (ImageFormat format : ImageFormat.values()) {
            readers.put(format, provider(format));
        }
    }

    /** Any library on the class path may bring plug-ins; those of others decode to other pixels, or without bounds. */
    private static ImageReaderSpi provider(ImageFormat format) {
        Iterator<ImageReaderSpi> ours = IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, plugin -> format.isReadBy((ImageReaderSpi) plugin), false);
        if (ours.hasNext()) {
            return ours.next();
        }
        throw new IllegalStateException("the ImageIO reader for " + format.title() + " is not on the class path");
    }

    /**
     * Looks at no more than the first bytes and the order of the parts. The caller closes the image.
     *
     * @throws ImageRejectedException if that is reason enough not to decode the image; it says why
     */
    EncodedImage open(byte[] encoded, DecodeBudget budget) {
        ImageFormat format = ImageFormat.of(encoded);
        return new EncodedImage(encoded, format, Objects.requireNonNull(readers.get(format)), budget);
    }
}
