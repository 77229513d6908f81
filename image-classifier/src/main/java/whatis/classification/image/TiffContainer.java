package whatis.classification.image;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/** A TIFF file, which is read without its colour profile and turned as its first directory says. */
final class TiffContainer implements ImageContainer {

    /** Four inks and alpha; the reader would allocate memory for as many as the header names. */
    private static final int MAX_SAMPLES = 5;

    /** Tiles may be wider than the image, and the reader allocates memory for a row of one. */
    private static final int MAX_WIDTH_OF_SPARE_TILE = 1 << 16;

    /** Samples, coefficients and the like of a JPEG that is as large as a whole image, while a tile of it is copied. */
    private static final int BYTES_PER_EMBEDDED_PIXEL = 16;

    private final byte[] bytes;
    private long embeddedPixels;

    TiffContainer(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void check(ImageSize size, ImageLimits limits) {
        embeddedPixels = EmbeddedJpegs.check(bytes, limits);
    }

    @Override
    public long memory(ImageReader reader) throws IOException {
        return ImageContainer.super.memory(reader) + BYTES_PER_EMBEDDED_PIXEL * embeddedPixels;
    }

    @Override
    public RgbImage read(ImageReader reader, DecodeBudget budget) throws IOException {
        ImageTypeSpecifier stored = reader.getRawImageType(0);
        if (stored.getNumBands() > MAX_SAMPLES || stored.getBitsPerBand(0) > Short.SIZE) {
            throw new IIOException(stored.getNumBands() + " samples of " + stored.getBitsPerBand(0) + " bits");
        }
        if (reader.getTileWidth(0) > Math.max(reader.getWidth(0), MAX_WIDTH_OF_SPARE_TILE)) {
            throw new IIOException("tiles of " + reader.getTileWidth(0) + " pixels a row");
        }
        ImageReadParam unconverted = reader.getDefaultReadParam();
        unconverted.setDestinationType(stored);
        return RgbConversion.convert(reader.read(0, unconverted), budget);
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.read(bytes, 0, bytes.length);
    }
}
