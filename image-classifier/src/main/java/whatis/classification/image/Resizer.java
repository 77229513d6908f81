package whatis.classification.image;

import java.util.Arrays;

/**
 * Resizes images of one size, with results equal to those of Pillow 13's {@code Image.resize}: two passes of fixed-point
 * sums, each rounded to bytes. Of the resized image only the part that is wanted is made, so that an image of one pixel by
 * thousands costs no more than others, however long it would get. Safe for use by many threads.
 *
 * @see <a href="https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c">Resample.c</a>
 */
final class Resizer {

    private static final int ROUNDING = 1 << (ResamplingWeights.FRACTION_BITS - 1);

    private final ImageSize source;
    private final ResizedAxis columns;
    private final ResizedAxis rows;

    /** @param placement the size after resizing, and which strips of it are made */
    Resizer(ResamplingFilter filter, ImageSize source, Placement placement) {
        this.source = source;
        this.columns = axis(filter, source.width(), placement.resized().width(), placement.columns());
        this.rows = axis(filter, source.height(), placement.resized().height(), placement.rows());
    }

    private static ResizedAxis axis(ResamplingFilter filter, int source, int target, Strip strip) {
        return new ResizedAxis(filter, source, target, strip.first(), strip.count());
    }

    /** Returns how many bytes resizing takes at most, the image and the result included. */
    long memory() {
        long result = (long) columns.count() * rows.count();
        return RgbImage.CHANNELS * (source.pixels() + pixelsBetween() + result)
                + Integer.BYTES * RgbImage.CHANNELS * (long) Math.max(source.width(), columns.count())
                + columns.memory()
                + rows.memory();
    }

    /**
     * Returns the wanted part of the resized image; the image itself where it has that size.
     *
     * @param image one of the size that this resizer is for
     */
    RgbImage resize(RgbImage image, DecodeBudget budget) {
        if (columns.filter() == ResamplingFilter.NEAREST) {
            return nearest(image, budget);
        }
        if (isVerticalFirst()) {
            RgbImage needed = vertical(image, columns.neededFirst(), columns.needed(), 0, budget);
            return horizontal(needed, columns.neededFirst(), 0, rows.count(), budget);
        }
        RgbImage needed = horizontal(image, 0, rows.neededFirst(), rows.needed(), budget);
        return vertical(needed, 0, columns.count(), rows.neededFirst(), budget);
    }

    /** Tells whether the vertical pass comes first; as both passes round, the order shows in the result. */
    private boolean isVerticalFirst() {
        long shrinkage = (long) rows.source() - rows.target();
        return shrinkage > 0 && shrinkage > 2 * ((long) columns.source() - columns.target());
    }

    /**
     * Returns how many pixels the image between the two passes has. They are never more than either the source or a square
     * of the longest wanted axis has, because the pass that shrinks more comes first; so an array holds them.
     */
    private long pixelsBetween() {
        return isVerticalFirst() ? (long) columns.needed() * rows.count() : (long) columns.count() * rows.needed();
    }

    /**
     * Makes the wanted columns.
     *
     * @param begin which column of the source the image begins with
     * @param top the first row of the image to go over
     * @param height how many rows to go over
     */
    private RgbImage horizontal(RgbImage image, int begin, int top, int height, DecodeBudget budget) {
        if (!columns.changes()) {
            return image.part(columns.first() - begin, top, columns.count(), height);
        }
        ResamplingWeights weights = columns.weights(budget);
        byte[] source = image.rgb();
        byte[] resized = new byte[3 * columns.count() * height];
        long stepsPerRow = RgbImage.CHANNELS * weights.count();
        int out = 0;
        for (int y = top; y < top + height; y++) {
            budget.work(stepsPerRow);
            int row = 3 * (y * image.width() - begin);
            for (int x = 0; x < columns.count(); x++) {
                int in = row + 3 * weights.first()[x];
                int red = ROUNDING;
                int green = ROUNDING;
                int blue = ROUNDING;
                for (int weight : weights.fixedPoint()[x]) {
                    red += weight * (source[in] & 0xff);
                    green += weight * (source[in + 1] & 0xff);
                    blue += weight * (source[in + 2] & 0xff);
                    in += 3;
                }
                resized[out++] = toByte(red);
                resized[out++] = toByte(green);
                resized[out++] = toByte(blue);
            }
        }
        return new RgbImage(columns.count(), height, resized);
    }

    /**
     * Makes the wanted rows.
     *
     * @param left the first column of the image to go over
     * @param width how many columns to go over
     * @param begin which row of the source the image begins with
     */
    private RgbImage vertical(RgbImage image, int left, int width, int begin, DecodeBudget budget) {
        if (!rows.changes()) {
            return image.part(left, rows.first() - begin, width, rows.count());
        }
        ResamplingWeights weights = rows.weights(budget);
        byte[] source = image.rgb();
        int rowLength = 3 * image.width();
        int length = 3 * width;
        byte[] resized = new byte[length * rows.count()];
        int[] sums = new int[length];
        for (int y = 0; y < rows.count(); y++) {
            Arrays.fill(sums, ROUNDING);
            int in = (weights.first()[y] - begin) * rowLength + 3 * left;
            for (int weight : weights.fixedPoint()[y]) {
                budget.work(length);
                for (int i = 0; i < length; i++) {
                    sums[i] += weight * (source[in + i] & 0xff);
                }
                in += rowLength;
            }
            int out = y * length;
            for (int i = 0; i < length; i++) {
                resized[out + i] = toByte(sums[i]);
            }
        }
        return new RgbImage(width, rows.count(), resized);
    }

    private RgbImage nearest(RgbImage image, DecodeBudget budget) {
        if (!columns.changes() && !rows.changes()) {
            return image.part(columns.first(), rows.first(), columns.count(), rows.count());
        }
        int[] fromColumns = nearestPositions(columns, budget);
        int[] fromRows = nearestPositions(rows, budget);
        byte[] resized = new byte[3 * columns.count() * rows.count()];
        int out = 0;
        for (int row : fromRows) {
            for (int column : fromColumns) {
                System.arraycopy(image.rgb(), 3 * (row * image.width() + column), resized, out, 3);
                out += 3;
            }
        }
        return new RgbImage(columns.count(), rows.count(), resized);
    }

    /** Adds up positions as Pillow's {@code ImagingScaleAffine} does: products would round to other pixels at times. */
    private static int[] nearestPositions(ResizedAxis axis, DecodeBudget budget) {
        double scale = axis.scale();
        double position = scale * 0.5;
        int[] positions = new int[axis.count()];
        for (int i = 0; i < axis.first() + axis.count(); i++) {
            if (i >= axis.first()) {
                positions[i - axis.first()] = Math.min((int) position, axis.source() - 1);
            }
            budget.work(1);
            position += scale;
        }
        return positions;
    }

    private static byte toByte(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> ResamplingWeights.FRACTION_BITS));
    }
}
