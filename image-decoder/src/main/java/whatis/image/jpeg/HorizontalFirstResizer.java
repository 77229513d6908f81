package whatis.image.jpeg;

import java.util.Arrays;
import whatis.image.raster.AxisWeights;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.Span;
import whatis.image.raster.VerticalSums;

/**
 * Resizes bands, which must lie column by column: colours are converted and summed up horizontally in one go, 16 rows at
 * once, and never stored.
 */
final class HorizontalFirstResizer implements BandSink {

    private static final int ROWS = BandLayout.ROWS;

    /** A piece's arrays of luma, chroma, weights and sums stay in a cache of half a megabyte. */
    private static final int GROUPS_PER_PIECE = 256;

    private final PackedBand band;
    private final Span neededRows;
    private final DecodeBudget budget;
    private final Upsampler upsampler;
    private final SpreadWeights weights;
    private final VerticalSums vertical;
    private final int channels;
    private final int targets;

    /** Sums for each target of a pass, for each row of each group of a piece. */
    private final int[][] sums;

    /** For each phase of rows, and for each target, channel and row, its sum. */
    private final int[][] rowSums;

    private final int[] initialSums;
    private final int[] row;

    HorizontalFirstResizer(
            PackedBand band, AxisWeights columns, AxisWeights rows, RgbCanvas canvas, DecodeBudget budget) {
        this.band = band;
        this.neededRows = rows.needed();
        this.budget = budget;
        this.weights = SpreadWeights.of(columns, GROUPS_PER_PIECE);
        int piece = Math.min(weights.groups().count(), GROUPS_PER_PIECE) * ROWS;
        this.upsampler = new Upsampler(band, piece);
        this.channels = band.isGrey() ? 1 : RgbImage.CHANNELS;
        this.targets = columns.targetLength();
        this.sums = new int[SpreadWeights.TARGETS][piece];
        this.initialSums = new int[targets * channels * ROWS];
        this.rowSums = new int[band.rowsPerRow()][initialSums.length];
        this.row = new int[RgbImage.CHANNELS * targets];
        this.vertical = new VerticalSums(rows, row.length, canvas::sums, budget);
        for (int target = 0; target < targets; target++) {
            int sum = 0;
            for (int weight : columns.fixedPoint()[target]) {
                sum += weight;
            }
            int from = target * channels * ROWS;
            Arrays.fill(initialSums, from, from + channels * ROWS, ColorKernels.initialSum(sum));
        }
    }

    @Override
    public void band(int firstRow) {
        if (!isNeeded(firstRow)) {
            return;
        }
        for (int[] ofPhase : rowSums) {
            System.arraycopy(initialSums, 0, ofPhase, 0, ofPhase.length);
        }
        int piece = 0;
        Span groups = weights.groups();
        for (int group = groups.first(); group < groups.end(); group += GROUPS_PER_PIECE) {
            int count = Math.min(GROUPS_PER_PIECE, groups.end() - group);
            for (int phase = 0; phase < rowSums.length; phase++) {
                budget.work((long) ROWS * count * weights.passes() * 16);
                upsampler.upsample(band.layout().index(group, 0), count * ROWS, phase);
                for (int pass = 0; pass < weights.passes(); pass++) {
                    sumUp(piece, pass, count, rowSums[phase]);
                }
            }
            piece++;
        }
        for (int lane = 0; lane < ROWS; lane++) {
            for (int phase = 0; phase < rowSums.length; phase++) {
                int y = band.pictureRow(firstRow + lane, phase);
                if (neededRows.contains(y)) {
                    addRow(y, rowSums[phase], lane);
                }
            }
        }
    }

    private boolean isNeeded(int firstRow) {
        int first = band.pictureRow(firstRow, 0);
        int last = band.pictureRow(firstRow + ROWS - 1, band.rowsPerRow() - 1);
        return first < neededRows.end() && last >= neededRows.first();
    }

    private void sumUp(int piece, int pass, int groups, int[] ofPhase) {
        for (int channel = 0; channel < channels; channel++) {
            for (int[] ofTarget : sums) {
                Arrays.fill(ofTarget, 0, groups * ROWS, 0);
            }
            for (int parity = 0; parity < 2; parity++) {
                addChannel(channel, parity, weights.weights(piece, pass, parity), groups * ROWS);
            }
            weights.gather(piece, pass, sums, groups, channel, channels, ofPhase);
        }
    }

    private void addChannel(int channel, int parity, int[][] ofColumns, int length) {
        int[] luma = upsampler.luma[parity];
        if (band.isGrey()) {
            HorizontalKernels.addGrey(luma, ofColumns, sums, length);
            return;
        }
        int[][] blue = upsampler.chroma[0][parity];
        int[][] red = upsampler.chroma[1][parity];
        switch (channel) {
            case 0 ->
                HorizontalKernels.addRedOrBlue(
                        luma, red, ofColumns, sums, length, ColorKernels.RED_OF_CR, ColorKernels.RED_OFFSET);
            case 1 -> HorizontalKernels.addGreen(luma, blue, red, ofColumns, sums, length);
            default ->
                HorizontalKernels.addRedOrBlue(
                        luma, blue, ofColumns, sums, length, ColorKernels.BLUE_OF_CB, ColorKernels.BLUE_OFFSET);
        }
    }

    private void addRow(int y, int[] ofPhase, int lane) {
        int in = lane;
        for (int i = 0; i < row.length; i++) {
            row[i] = ColorKernels.sample(ofPhase[in]);
            if (channels == RgbImage.CHANNELS || i % RgbImage.CHANNELS == 2) {
                in += ROWS;
            }
        }
        vertical.add(y, row);
    }
}
