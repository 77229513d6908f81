package whatis.classification.image;

import java.util.Arrays;

/**
 * Resizes images to one size with results equal to those of Pillow 13's {@code Image.resize}: two passes of fixed-point
 * sums, each rounded to bytes. Safe for use by many threads.
 *
 * @see <a href="https://github.com/python-pillow/Pillow/blob/main/src/libImaging/Resample.c">Resample.c</a>
 */
final class Resizer {

    private static final int ROUNDING = 1 << (ResamplingWeights.FRACTION_BITS - 1);

    private final ImageSize target;
    private final ResamplingFilter filter;

    Resizer(ImageSize target, ResamplingFilter filter) {
        this.target = target;
        this.filter = filter;
    }

    /** Returns how many bytes resizing an image of this size takes at most, the image and the result included. */
    long memory(ImageSize source) {
        ImageSize between = verticalFirst(source)
                ? new ImageSize(source.width(), target.height())
                : new ImageSize(target.width(), source.height());
        return RgbImage.CHANNELS * (source.pixels() + between.pixels() + target.pixels())
                + ResamplingWeights.memory(filter, source.width(), target.width())
                + ResamplingWeights.memory(filter, source.height(), target.height());
    }

    /** Returns the image in the target size; the image itself where it has that size. */
    RgbImage resize(RgbImage image, DecodeBudget budget) {
        if (image.size().equals(target)) {
            return image;
        }
        if (filter == ResamplingFilter.NEAREST) {
            return nearest(image);
        }
        return verticalFirst(image.size())
                ? horizontal(vertical(image, budget), budget)
                : vertical(horizontal(image, budget), budget);
    }

    /** Tells whether the vertical pass comes first; as both passes round, the order shows in the result. */
    private boolean verticalFirst(ImageSize source) {
        int shrinkage = source.height() - target.height();
        return shrinkage > 0 && shrinkage > 2 * (source.width() - target.width());
    }

    private RgbImage horizontal(RgbImage image, DecodeBudget budget) {
        if (image.width() == target.width()) {
            return image;
        }
        ResamplingWeights weights = ResamplingWeights.of(filter, image.width(), target.width(), budget);
        byte[] source = image.rgb();
        byte[] resized = new byte[3 * target.width() * image.height()];
        long stepsPerRow = RgbImage.CHANNELS * weights.count();
        int out = 0;
        for (int y = 0; y < image.height(); y++) {
            budget.work(stepsPerRow);
            int row = 3 * y * image.width();
            for (int x = 0; x < target.width(); x++) {
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
        return new RgbImage(target.width(), image.height(), resized);
    }

    private RgbImage vertical(RgbImage image, DecodeBudget budget) {
        if (image.height() == target.height()) {
            return image;
        }
        ResamplingWeights weights = ResamplingWeights.of(filter, image.height(), target.height(), budget);
        byte[] source = image.rgb();
        int rowLength = 3 * image.width();
        byte[] resized = new byte[rowLength * target.height()];
        int[] sums = new int[rowLength];
        for (int y = 0; y < target.height(); y++) {
            Arrays.fill(sums, ROUNDING);
            int in = weights.first()[y] * rowLength;
            for (int weight : weights.fixedPoint()[y]) {
                budget.work(rowLength);
                for (int i = 0; i < rowLength; i++) {
                    sums[i] += weight * (source[in + i] & 0xff);
                }
                in += rowLength;
            }
            int out = y * rowLength;
            for (int i = 0; i < rowLength; i++) {
                resized[out + i] = toByte(sums[i]);
            }
        }
        return new RgbImage(image.width(), target.height(), resized);
    }

    private RgbImage nearest(RgbImage image) {
        int[] columns = nearestPositions(image.width(), target.width());
        int[] rows = nearestPositions(image.height(), target.height());
        byte[] resized = new byte[3 * target.width() * target.height()];
        int out = 0;
        for (int row : rows) {
            for (int column : columns) {
                System.arraycopy(image.rgb(), 3 * (row * image.width() + column), resized, out, 3);
                out += 3;
            }
        }
        return new RgbImage(target.width(), target.height(), resized);
    }

    /** Adds up positions as Pillow's {@code ImagingScaleAffine} does: products would round to other pixels at times. */
    private static int[] nearestPositions(int sourceLength, int targetLength) {
        double scale = (double) sourceLength / targetLength;
        double position = scale * 0.5;
        int[] positions = new int[targetLength];
        for (int i = 0; i < targetLength; i++) {
            positions[i] = Math.min((int) position, sourceLength - 1);
            position += scale;
        }
        return positions;
    }

    private static byte toByte(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> ResamplingWeights.FRACTION_BITS));
    }
}
