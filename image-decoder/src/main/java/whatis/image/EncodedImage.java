package whatis.image;

import java.util.function.Function;
import whatis.image.raster.BudgetSpentException;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.Resampling;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;
import whatis.image.raster.UnsupportedVariantException;

/**
 * A picture whose header has been read, and which can be decoded once. All that is done with it counts for one budget, but
 * not the time in between, and may be done on another thread. Not safe for use by several threads at a time.
 */
public final class EncodedImage {

    private final ImageFormat format;
    private final ImageLimits limits;
    private final DecodeBudget budget;
    private final RowSource rows;

    private EncodedImage(ImageFormat format, byte[] encoded, ImageLimits limits) {
        this.format = format;
        this.limits = limits;
        this.budget = DecodeBudget.start(limits.decodeBudget());
        this.rows = guarded(budget -> format.open(encoded));
        limits.check(rows.size());
    }

    static EncodedImage open(byte[] encoded, ImageLimits limits) {
        return new EncodedImage(ImageFormat.of(encoded), encoded, limits);
    }

    /** Returns what the header tells. */
    public ImageHeader header() {
        Orientation orientation = rows.orientation();
        return new ImageHeader(format, orientation.turned(rows.size()), orientation, rows.memory());
    }

    /**
     * Returns how many bytes {@link #resize} takes at most, the encoded picture and the result included. A caller that adds
     * this up over all pictures in work, and lets those wait that would be too much, never runs out of memory.
     *
     * @param target what the upright picture becomes
     */
    public long memoryToResize(ResizeTarget target, ResamplingFilter filter) {
        return rows.memoryToResize(target, filter);
    }

    /**
     * Makes the one colour that a GIF or a PNG may hide white wherever it comes, as {@code do_convert_rgb} does in
     * transformers. Without, colours count, seen or not. A picture that hides none stays as it is.
     */
    public void whitenHiddenColor() {
        rows.whitenHiddenColor();
    }

    /**
     * Decodes the picture and resizes it while it is decoded, without ever holding all of it.
     *
     * @param target what the upright picture becomes
     * @return the wanted part, upright
     * @throws ImageRejectedException if the picture is to blame
     */
    public RgbImage resize(ResizeTarget target, ResamplingFilter filter) {
        limits.checkMemory(memoryToResize(target, filter));
        return guarded(budget -> {
            Orientation orientation = rows.orientation();
            Resampling resampling = Resampling.of(rows.size(), orientation, target, filter, budget);
            return orientation.apply(rows.resize(resampling, budget), budget);
        });
    }

    /**
     * Decodes the picture and turns it upright.
     *
     * @throws ImageRejectedException if the picture is to blame
     */
    RgbImage decode() {
        limits.checkMemory(header().memoryToDecode());
        return guarded(budget -> {
            RgbCanvas canvas = new RgbCanvas(rows.size());
            rows.decode(canvas, budget);
            return rows.orientation().apply(canvas.image(), budget);
        });
    }

    /**
     * Decodes the picture and hands on its rows as they come, as stored.
     *
     * @throws ImageRejectedException if the picture is to blame; rows may have been handed on before
     */
    void decode(RowSink sink) {
        limits.checkMemory(rows.memory());
        guarded(budget -> {
            rows.decode(sink, budget);
            return sink;
        });
    }

    private <T> T guarded(Function<DecodeBudget, T> work) {
        budget.resume();
        try {
            return work.apply(budget);
        } catch (MalformedImageException damage) {
            throw UnreadableImageException.damaged(format, damage);
        } catch (UnsupportedVariantException variant) {
            throw UnreadableImageException.unsupported(format, variant);
        } catch (BudgetSpentException spent) {
            throw UnreadableImageException.overBudget(limits.decodeBudget(), spent);
        } finally {
            budget.pause();
        }
    }
}
