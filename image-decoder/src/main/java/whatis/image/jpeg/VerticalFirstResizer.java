package whatis.image.jpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import whatis.image.raster.AxisWeights;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.HorizontalSums;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.Span;

/**
 * Resizes bands, which must lie row by row: colours are converted and summed up vertically in one go. Photographs that were
 * taken upright are stored lying and take this way.
 */
final class VerticalFirstResizer implements BandSink {

    private final PackedBand band;
    private final AxisWeights rows;
    private final Span neededRows;
    private final RgbCanvas canvas;
    private final DecodeBudget budget;
    private final Upsampler upsampler;
    private final HorizontalSums horizontal;
    private final int firstGroup;
    private final int groups;
    private final int width;
    private final int channels;
    private final Deque<PackedSums> begun = new ArrayDeque<>();
    private final Deque<PackedSums> spare = new ArrayDeque<>();
    private final PackedSums unused;
    private final byte[] wide;
    private final int[] narrow;
    private int finished;

    VerticalFirstResizer(
            PackedBand band, AxisWeights columns, AxisWeights rows, RgbCanvas canvas, DecodeBudget budget) {
        this.band = band;
        this.rows = rows;
        this.neededRows = rows.needed();
        this.canvas = canvas;
        this.budget = budget;
        Span needed = columns.needed();
        this.firstGroup = needed.first() / PackedSums.GROUP;
        int firstColumn = firstGroup * PackedSums.GROUP;
        this.width = needed.end() - firstColumn;
        this.groups = (width + PackedSums.GROUP - 1) / PackedSums.GROUP;
        this.upsampler = new Upsampler(band, groups);
        this.horizontal = new HorizontalSums(columns.without(firstColumn), budget);
        this.channels = band.isGrey() ? 1 : RgbImage.CHANNELS;
        this.unused = new PackedSums(channels, groups);
        this.wide = new byte[RgbImage.CHANNELS * width];
        this.narrow = new int[RgbImage.CHANNELS * columns.targetLength()];
    }

    @Override
    public void band(int firstRow) {
        for (int row = 0; row < BandLayout.ROWS; row++) {
            for (int phase = 0; phase < band.rowsPerRow(); phase++) {
                int y = band.pictureRow(firstRow + row, phase);
                if (neededRows.contains(y)) {
                    upsampler.upsample(band.layout().index(firstGroup, row), groups, phase);
                    addRow(y);
                }
            }
        }
    }

    private void addRow(int y) {
        int[] first = rows.first();
        for (int next = finished + begun.size(); next < first.length && first[next] <= y; next++) {
            PackedSums sums = spare.isEmpty() ? new PackedSums(channels, groups) : spare.pop();
            sums.begin(rows.fixedPoint()[next]);
            begun.add(sums);
        }
        int target = finished;
        for (Iterator<PackedSums> sums = begun.iterator(); sums.hasNext(); target += 2) {
            budget.work(4L * width);
            PackedSums a = sums.next();
            boolean pair = sums.hasNext();
            PackedSums b = pair ? sums.next() : unused;
            int weightOfB = pair ? rows.fixedPoint()[target + 1][y - first[target + 1]] : 0;
            add(a, b, rows.fixedPoint()[target][y - first[target]], weightOfB);
        }
        while (!begun.isEmpty() && rows.last(finished) == y) {
            PackedSums sums = begun.remove();
            sums.copyTo(wide, width);
            horizontal.resize(wide, 0, narrow);
            canvas.samples(finished++, narrow);
            spare.push(sums);
        }
    }

    private void add(PackedSums a, PackedSums b, int weightOfA, int weightOfB) {
        for (int parity = 0; parity < 2; parity++) {
            int[] luma = upsampler.luma[parity];
            if (band.isGrey()) {
                VerticalKernels.addGrey(luma, a.of(0, parity), b.of(0, parity), weightOfA, weightOfB, groups);
                continue;
            }
            int[][] blue = upsampler.chroma[0][parity];
            int[][] red = upsampler.chroma[1][parity];
            VerticalKernels.addRedOrBlue(
                    luma,
                    red,
                    a.of(0, parity),
                    b.of(0, parity),
                    weightOfA,
                    weightOfB,
                    groups,
                    ColorKernels.RED_OF_CR,
                    ColorKernels.RED_OFFSET);
            VerticalKernels.addGreen(luma, blue, red, a.of(1, parity), b.of(1, parity), weightOfA, weightOfB, groups);
            VerticalKernels.addRedOrBlue(
                    luma,
                    blue,
                    a.of(2, parity),
                    b.of(2, parity),
                    weightOfA,
                    weightOfB,
                    groups,
                    ColorKernels.BLUE_OF_CB,
                    ColorKernels.BLUE_OFFSET);
        }
    }
}
