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
     * @param target the size that the upright picture gets
     */
    public static Resampling of(
            ImageSize stored, Orientation orientation, ImageSize target, ResamplingFilter filter, DecodeBudget budget) {
        ImageSize upright = orientation.turned(stored);
        AxisWeights across = AxisWeights.of(filter, upright.width(), target.width(), budget);
        AxisWeights down = AxisWeights.of(filter, upright.height(), target.height(), budget);
        boolean swapped = orientation.swapsAxes();
        AxisWeights columns = swapped ? down : across;
        AxisWeights rows = swapped ? across : down;
        return new Resampling(
                orientation.fromRight() ? columns.reversed() : columns,
                orientation.fromBottom() ? rows.reversed() : rows,
                verticalFirst(upright, target) == swapped);
    }

    /** Tells whether Pillow sums up the rows of the upright picture first. */
    private static boolean verticalFirst(ImageSize upright, ImageSize target) {
        int shrinkage = upright.height() - target.height();
        return shrinkage > 0 && shrinkage > 2L * (upright.width() - target.width());
    }

    /** Returns how many bytes resizing rows takes at most, the result included. */
    public static long memory(ImageSize stored, Orientation orientation, ImageSize target, ResamplingFilter filter) {
        ImageSize turned = orientation.turned(target);
        long samples = (long) RgbImage.CHANNELS * Math.max(stored.width(), turned.width());
        long weighedAtOnce =
                Math.min(turned.height(), VerticalSums.targetsAtOnce(filter, stored.height(), turned.height()));
        return 2 * RgbImage.CHANNELS * target.pixels()
                + Integer.BYTES * samples * (weighedAtOnce + 2)
                + 2 * AxisWeights.memory(filter, stored.width(), turned.width())
                + 2 * AxisWeights.memory(filter, stored.height(), turned.height());
    }

    /** Returns the size of the resized picture as stored. */
    public ImageSize target() {
        return new ImageSize(columns.targetLength(), rows.targetLength());
    }
}
