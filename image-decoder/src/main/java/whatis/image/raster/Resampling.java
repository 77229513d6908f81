package whatis.image.raster;

/**
 * How to resize a picture as it is stored, so that once turned upright it equals Pillow 13's {@code Image.resize} of the
 * upright picture: two passes of fixed-point sums, each rounded to bytes. What is mirrored is weighed from the other end.
 *
 * @param columns the weights of the stored columns
 * @param rows the weights of the stored rows
 * @param horizontalFirst whether columns are summed up before rows; as both passes round, the order shows in the result
 * @see <a href="https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c">Resample.c</a>
 */
public record Resampling(AxisWeights columns, AxisWeights rows, boolean horizontalFirst) {

    /**
     * Computes the weights.
     *
     * @param stored the size as stored
     * @param target what the upright picture becomes
     */
    public static Resampling of(
            ImageSize stored,
            Orientation orientation,
            ResizeTarget target,
            ResamplingFilter filter,
            DecodeBudget budget) {
        AxisWeights columns = AxisWeights.of(columns(stored, orientation, target, filter), budget);
        AxisWeights rows = AxisWeights.of(rows(stored, orientation, target, filter), budget);
        return new Resampling(
                orientation.fromRight() ? columns.reversed() : columns,
                orientation.fromBottom() ? rows.reversed() : rows,
                verticalFirst(orientation.turned(stored), target.size()) == orientation.swapsAxes());
    }

    /** Tells whether Pillow sums up the rows of the upright picture first. */
    private static boolean verticalFirst(ImageSize upright, ImageSize target) {
        int shrinkage = upright.height() - target.height();
        return shrinkage > 0 && shrinkage > 2L * (upright.width() - target.width());
    }

    /** Returns the axis that the stored columns lie on; where they are mirrored it is still counted as upright. */
    public static ResizedAxis columns(
            ImageSize stored, Orientation orientation, ResizeTarget target, ResamplingFilter filter) {
        return orientation.swapsAxes()
                ? new ResizedAxis(filter, stored.width(), target.size().height(), target.rows())
                : new ResizedAxis(filter, stored.width(), target.size().width(), target.columns());
    }

    private static ResizedAxis rows(
            ImageSize stored, Orientation orientation, ResizeTarget target, ResamplingFilter filter) {
        return orientation.swapsAxes()
                ? new ResizedAxis(filter, stored.height(), target.size().width(), target.columns())
                : new ResizedAxis(filter, stored.height(), target.size().height(), target.rows());
    }

    /** Returns how many bytes resizing rows takes at most, the result included. */
    public static long memory(ImageSize stored, Orientation orientation, ResizeTarget target, ResamplingFilter filter) {
        ResizedAxis columns = columns(stored, orientation, target, filter);
        ResizedAxis rows = rows(stored, orientation, target, filter);
        long samples = (long) RgbImage.CHANNELS
                * Math.max(columns.needed(), columns.wanted().count());
        return 2 * RgbImage.CHANNELS * target.part().pixels()
                + Integer.BYTES * samples * (rows.targetsOf(1) + 3)
                + columns.memory()
                + rows.memory();
    }

    /** Returns the size of the wanted part of the resized picture as stored. */
    public ImageSize target() {
        return new ImageSize(columns.targetLength(), rows.targetLength());
    }
}
