package whatis.image.jpeg;

import whatis.image.raster.UnsupportedVariantException;

/**
 * The latest rows of samples of one component, and how they are made as fine as the finest component by the rules of
 * libjpeg's jdsample.c. For the samplings that {@link PackedBand} doesn't take.
 */
final class SampleRows {

    private static final int LENGTH = FrameHeader.BLOCK_LENGTH;

    private enum Filter {
        NONE,
        H2V1,
        H1V2,
        H2V2,
        REPEAT
    }

    private final FrameComponent component;
    private final int stride;

    /** Room for three rows of MCUs, which take turns. */
    private final int roomRows;

    private final byte[] samples;
    private final int expandAcross;
    private final int expandDown;
    private final Filter filter;

    /** @throws UnsupportedVariantException if samples would have to be split */
    SampleRows(FrameComponent component, FrameHeader frame) {
        this.component = component;
        this.stride = component.paddedBlocksAcross() * LENGTH;
        this.roomRows = 3 * LENGTH * component.vertical();
        this.samples = new byte[stride * roomRows];
        if (frame.maxHorizontal() % component.horizontal() != 0 || frame.maxVertical() % component.vertical() != 0) {
            throw new UnsupportedVariantException("components with a fractional sampling");
        }
        this.expandAcross = frame.maxHorizontal() / component.horizontal();
        this.expandDown = frame.maxVertical() / component.vertical();
        this.filter = filter(expandAcross, expandDown, component.width() > 2);
    }

    private static Filter filter(int across, int down, boolean wide) {
        if (across == 1 && down <= 2) {
            return down == 1 ? Filter.NONE : Filter.H1V2;
        }
        if (across == 2 && down <= 2 && wide) {
            return down == 1 ? Filter.H2V1 : Filter.H2V2;
        }
        return Filter.REPEAT;
    }

    int stride() {
        return stride;
    }

    byte[] samples() {
        return samples;
    }

    /** Returns where a row begins, by its number from the top of the picture. */
    int rowStart(int row) {
        return row % roomRows * stride;
    }

    /** Writes the samples of a row of the picture. */
    void upsample(int y, int[] row, int width) {
        int near = y / expandDown;
        int above = Math.max(near - 1, 0);
        int below = Math.min(near + 1, component.height() - 1);
        int far = y % 2 == 0 ? above : below;
        switch (filter) {
            case NONE, REPEAT -> repeat(rowStart(near), row, width);
            case H2V1 -> mixAcross(rowStart(near), row, width);
            case H1V2 -> mixDown(rowStart(near), rowStart(far), row, width, y % 2 == 0 ? 1 : 2);
            case H2V2 -> mix(rowStart(near), rowStart(far), row, width);
        }
    }

    private int sample(int at) {
        return samples[at] & 0xff;
    }

    private void repeat(int from, int[] row, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = sample(from + x / expandAcross);
        }
    }

    private int neighbour(int x) {
        return Math.max(0, Math.min(component.width() - 1, x % 2 == 0 ? x / 2 - 1 : x / 2 + 1));
    }

    private void mixAcross(int from, int[] row, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = 3 * sample(from + x / 2) + sample(from + neighbour(x)) + 1 + x % 2 >> 2;
        }
    }

    private void mixDown(int near, int far, int[] row, int width, int bias) {
        for (int x = 0; x < width; x++) {
            row[x] = 3 * sample(near + x) + sample(far + x) + bias >> 2;
        }
    }

    private void mix(int near, int far, int[] row, int width) {
        for (int x = 0; x < width; x++) {
            int other = neighbour(x);
            int nearSum = 3 * sample(near + x / 2) + sample(far + x / 2);
            int farSum = 3 * sample(near + other) + sample(far + other);
            row[x] = 3 * nearSum + farSum + 8 - x % 2 >> 4;
        }
    }
}
