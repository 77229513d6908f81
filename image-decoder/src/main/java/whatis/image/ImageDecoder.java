package whatis.image;

import java.util.List;
import whatis.image.raster.ImageSize;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/**
 * Decodes pictures from strangers into the pixels that Pillow 13 makes of them with {@code convert("RGB")},
 * {@code exif_transpose} and {@code resize}, bit by bit. Reads the {@linkplain ImageFormat formats} in the variants that
 * {@code docs/formats.md} lists.
 *
 * <p>Nothing is read but bytes on the heap, by code that counts its steps: a picture ends within the limits' budget, and
 * takes no more memory than its header tells. Safe for use by many threads.
 */
public final class ImageDecoder {

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns small pictures, one for each way in which many photographs are encoded, the most frequent first. A program
     * that decodes each a dozen times has the JVM compile what decoding takes, and its first photographs don't wait for that: interpreted,
     * one of 12 megapixels takes a second.
     */
    public static List<byte[]> drawnPictures() {
        return DrawnPictures.read();
    }

    /**
     * Reads no more than the header.
     *
     * @param encoded the file, of whose pictures the first counts; not copied
     * @throws ImageRejectedException if the header is reason enough not to decode the picture
     */
    public EncodedImage open(byte[] encoded) {
        return EncodedImage.open(encoded, limits);
    }

    /**
     * Tells what the header says.
     *
     * @throws ImageRejectedException as {@link #open} does
     */
    public ImageHeader header(byte[] encoded) {
        return open(encoded).header();
    }

    /**
     * Decodes a picture and hands on its rows as they come, as stored; {@link ImageHeader#orientation} tells how they would
     * have to be turned.
     *
     * @throws ImageRejectedException if the picture is to blame; rows may have been handed on before
     */
    public void decode(byte[] encoded, RowSink rows) {
        open(encoded).decode(rows);
    }

    /**
     * Decodes a picture and turns it upright.
     *
     * @throws ImageRejectedException if the picture is to blame
     */
    public RgbImage decode(byte[] encoded) {
        return open(encoded).decode();
    }

    /**
     * Decodes a picture and resizes it while it is decoded, without ever holding all of it.
     *
     * @param target the size of the result, which is upright
     * @throws ImageRejectedException if the picture is to blame
     */
    public RgbImage resize(byte[] encoded, ImageSize target, ResamplingFilter filter) {
        return open(encoded).resize(ResizeTarget.whole(target), filter);
    }

    /**
     * Tells how many bytes {@link #resize} takes at most, the encoded picture and the result included.
     *
     * @throws ImageRejectedException as {@link #open} does
     */
    public long memoryToResize(byte[] encoded, ImageSize target, ResamplingFilter filter) {
        return open(encoded).memoryToResize(ResizeTarget.whole(target), filter);
    }
}
