package whatis.image;

import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import whatis.image.raster.BudgetSpentException;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.Resampling;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;
import whatis.image.raster.UnsupportedVariantException;

/**
 * Decodes pictures from strangers into the pixels that Pillow 13 makes of them with {@code convert("RGB")},
 * {@code exif_transpose} and {@code resize}, bit by bit. Reads JPEG: baseline, extended and progressive Huffman coding, 8
 * bits, one, three or four components; GIF and WebP, the first frame on its canvas; BMP.
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
     * Reads no more than the header. A caller that adds up the memory of all pictures in work, and lets those wait that
     * would be too much, never runs out of memory.
     *
     * @throws ImageRejectedException if the header is reason enough not to decode the picture
     */
    public ImageHeader header(byte[] encoded) {
        return read(encoded, RowSource::memory, (image, budget) -> header(ImageFormat.of(encoded), image));
    }

    /**
     * Reads no more than the header, and tells how many bytes {@link #resize} takes at most, the encoded picture and the
     * result included.
     *
     * @param target the size of the result, which is upright
     * @throws ImageRejectedException if the header is reason enough not to decode the picture
     */
    public long memoryToResize(byte[] encoded, ImageSize target, ResamplingFilter filter) {
        ToLongFunction<RowSource> memory = image -> image.memoryToResize(target, filter);
        return read(encoded, memory, (image, budget) -> memory.applyAsLong(image));
    }

    /**
     * Decodes a picture and hands on its rows as they come, as stored; {@link ImageHeader#orientation} tells how they would
     * have to be turned.
     *
     * @param encoded the file; of several pictures the first counts
     * @throws ImageRejectedException if the picture is to blame; rows may have been handed on before
     */
    public void decode(byte[] encoded, RowSink rows) {
        read(encoded, RowSource::memory, (image, budget) -> {
            image.decode(rows, budget);
            return image;
        });
    }

    /**
     * Decodes a picture and turns it upright.
     *
     * @param encoded the file; of several pictures the first counts
     * @throws ImageRejectedException if the picture is to blame
     */
    public RgbImage decode(byte[] encoded) {
        return read(encoded, image -> header(ImageFormat.of(encoded), image).memoryToDecode(), (image, budget) -> {
            RgbCanvas canvas = new RgbCanvas(image.size());
            image.decode(canvas, budget);
            return image.orientation().apply(canvas.image(), budget);
        });
    }

    /**
     * Decodes a picture and resizes it while it is decoded, without ever holding all of it.
     *
     * @param encoded the file; of several pictures the first counts
     * @param target the size of the result, which is upright
     * @throws ImageRejectedException if the picture is to blame
     */
    public RgbImage resize(byte[] encoded, ImageSize target, ResamplingFilter filter) {
        return read(encoded, image -> image.memoryToResize(target, filter), (image, budget) -> {
            Orientation orientation = image.orientation();
            Resampling resampling = Resampling.of(image.size(), orientation, target, filter, budget);
            return orientation.apply(image.resize(resampling, budget), budget);
        });
    }

    private static ImageHeader header(ImageFormat format, RowSource image) {
        Orientation orientation = image.orientation();
        return new ImageHeader(format, orientation.turned(image.size()), orientation, image.memory());
    }

    private <T> T read(
            byte[] encoded, ToLongFunction<RowSource> memory, BiFunction<RowSource, DecodeBudget, T> reading) {
        ImageFormat format = ImageFormat.of(encoded);
        DecodeBudget budget = DecodeBudget.start(limits.decodeBudget());
        try {
            RowSource image = format.open(encoded);
            limits.check(image.size());
            limits.checkMemory(memory.applyAsLong(image));
            return reading.apply(image, budget);
        } catch (MalformedImageException damage) {
            throw UnreadableImageException.damaged(format, damage);
        } catch (UnsupportedVariantException variant) {
            throw UnreadableImageException.unsupported(format, variant);
        } catch (BudgetSpentException spent) {
            throw UnreadableImageException.overBudget(limits.decodeBudget(), spent);
        }
    }
}
