package whatis.image;

import java.time.Duration;
import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.Orientation;
import whatis.image.raster.Resampling;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowResizer;

/** Resizes whole pictures, a row at a time. */
final class Resized {

    private Resized() {}

    static RgbImage byRows(RgbImage image, ResizeTarget target, ResamplingFilter filter) {
        DecodeBudget budget = DecodeBudget.start(Duration.ofMinutes(1));
        RowResizer resizer =
                new RowResizer(Resampling.of(image.size(), Orientation.NORMAL, target, filter, budget), budget);
        int length = RgbImage.CHANNELS * image.width();
        for (int y = 0; y < image.height(); y++) {
            resizer.row(y, Arrays.copyOfRange(image.rgb(), y * length, (y + 1) * length));
        }
        return resizer.result();
    }
}
