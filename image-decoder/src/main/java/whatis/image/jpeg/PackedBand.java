package whatis.image.jpeg;

import java.util.List;

/**
 * A band of a grey picture, or of one whose chroma is as fine as its luma, or half as fine in either direction: 16 rows of
 * chroma samples, and the luma that belongs to them. Samples are packed so that a group of eight pixels takes an int of
 * luma samples in even columns, one of those in odd columns, and an int of chroma samples: four where chroma is halved
 * horizontally, else two like luma.
 *
 * <p>Where chroma is halved vertically a band covers rows {@code 2 r - 1} and {@code 2 r} of the picture for its rows r:
 * the pair whose chroma comes from rows r - 1 and r.
 */
final class PackedBand implements BlockStore {

    private static final int ROWS = BandLayout.ROWS;
    private static final int LENGTH = FrameHeader.BLOCK_LENGTH;
    private static final int LANES = BlockBatch.LANES;
    private static final int LANE_ROW = LENGTH * LANES;
    private static final int EACH_BYTE = 0x01010101;

    private final BandLayout layout;
    private final List<FrameComponent> components;
    private final boolean halvedAcross;
    private final boolean halvedDown;
    private final InverseDct inverseDct = new InverseDct();
    private final BlockBatch evenOdd = new BlockBatch();
    private final BlockBatch halves;

    /** For each component its samples: index 0 in even columns, 1 in odd ones; 2 and 3 the same of odd rows, where split. */
    private final int[][][] planes;

    /** The same, one row up. */
    private final int[][][] above;

    /** The last row of the band before, as {@link #above} needs it. */
    private final int[][][] carried;

    PackedBand(FrameHeader frame, BandLayout layout) {
        this.layout = layout;
        this.components = frame.components();
        this.halvedAcross = frame.maxHorizontal() == 2;
        this.halvedDown = frame.maxVertical() == 2;
        this.halves = halvedAcross ? new BlockBatch() : evenOdd;
        int count = components.size();
        planes = new int[count][][];
        above = new int[count][2][];
        carried = new int[count][2][];
        for (int c = 0; c < count; c++) {
            planes[c] = new int[c == 0 && halvedDown ? 4 : 2][];
            for (int i = 0; i < planes[c].length; i++) {
                if (isSplit(c) || i % 2 == 0) {
                    planes[c][i] = new int[layout.length()];
                    if (halvedDown && i < 2) {
                        above[c][i] = new int[layout.length()];
                        carried[c][i] = new int[layout.groups() + 2];
                    }
                }
            }
        }
    }

    /** Tells whether a picture can be decoded in such bands. */
    static boolean isFor(FrameHeader frame, ColorModel colors) {
        if (colors == ColorModel.GREY) {
            return true;
        }
        FrameComponent luma = frame.components().get(0);
        boolean chromaAlike = frame.components().stream()
                .skip(1)
                .allMatch(component -> component.horizontal() == 1 && component.vertical() == 1);
        boolean interpolated =
                luma.horizontal() == 1 || frame.components().get(1).width() > 2;
        return colors == ColorModel.YCBCR
                && chromaAlike
                && luma.horizontal() <= 2
                && luma.vertical() <= 2
                && interpolated;
    }

    /** Tells whether the samples of a component lie in two planes, one for even and one for odd columns. */
    private boolean isSplit(int component) {
        return component == 0 || !halvedAcross;
    }

    boolean isGrey() {
        return components.size() == 1;
    }

    boolean isHalvedAcross() {
        return halvedAcross;
    }

    boolean isHalvedDown() {
        return halvedDown;
    }

    BandLayout layout() {
        return layout;
    }

    /** Returns how many rows of the picture belong to a row of the band. */
    int rowsPerRow() {
        return halvedDown ? 2 : 1;
    }

    /**
     * Returns a row of the picture; it may lie outside.
     *
     * @param row the row of chroma samples, counted from the top of the picture
     * @param phase which of its rows of pixels, from 0
     */
    int pictureRow(int row, int phase) {
        return halvedDown ? 2 * row - 1 + phase : row;
    }

    /** Returns the luma of the rows with a phase, in columns that are even (0) or odd (1). */
    int[] luma(int phase, int columnParity) {
        return halvedDown && phase == 0 ? above[0][columnParity] : planes[0][columnParity];
    }

    /** Returns chroma, Cb being 1 and Cr 2, in columns that are even (0) or odd (1) where they lie apart. */
    int[] chroma(int component, int columnParity) {
        return planes[component][columnParity];
    }

    /** Returns the same one row up. */
    int[] chromaAbove(int component, int columnParity) {
        return above[component][columnParity];
    }

    // ---- blocks

    @Override
    public int mcuRows() {
        return ROWS / LENGTH;
    }

    @Override
    public int address(int component, int blockColumn, int blockRow) {
        int rowsOfBlock = component == 0 && halvedDown ? LENGTH / 2 : LENGTH;
        return layout.index(isSplit(component) ? blockColumn : 2 * blockColumn, blockRow * rowsOfBlock);
    }

    @Override
    public int addressStep(int component) {
        return isSplit(component) ? layout.columnStep() : 2 * layout.columnStep();
    }

    @Override
    public BlockBatch batch(int component) {
        return isSplit(component) ? evenOdd : halves;
    }

    @Override
    public void fill(int component, int address, int sample) {
        int four = sample * EACH_BYTE;
        int[][] of = planes[component];
        if (component == 0 && halvedDown) {
            for (int[] plane : of) {
                fill(plane, address, four, LENGTH / 2);
            }
        } else if (isSplit(component)) {
            fill(of[0], address, four, LENGTH);
            fill(of[1], address, four, LENGTH);
        } else {
            fill(of[0], address, four, LENGTH);
            fill(of[0], address + layout.columnStep(), four, LENGTH);
        }
    }

    private void fill(int[] plane, int address, int value, int rows) {
        int step = layout.rowStep();
        int at = address;
        for (int row = 0; row < rows; row++) {
            plane[at] = value;
            at += step;
        }
    }

    @Override
    public void flush(BlockBatch batch) {
        int[] samples = inverseDct.transform(batch, batch == evenOdd);
        for (int lane = 0; lane < batch.count; lane++) {
            int component = batch.component[lane];
            int[][] of = planes[component];
            int at = batch.address[lane];
            if (component == 0 && halvedDown) {
                scatter(samples, lane, of[0], of[2], at);
                scatter(samples, lane + LANES, of[1], of[3], at);
            } else if (isSplit(component)) {
                scatter(samples, lane, of[0], at);
                scatter(samples, lane + LANES, of[1], at);
            } else {
                scatter(samples, lane, of[0], at);
                scatter(samples, lane + LANES, of[0], at + layout.columnStep());
            }
        }
        batch.clear();
    }

    private void scatter(int[] samples, int from, int[] plane, int at) {
        int step = layout.rowStep();
        plane[at] = samples[from];
        plane[at + step] = samples[from + LANE_ROW];
        plane[at + 2 * step] = samples[from + 2 * LANE_ROW];
        plane[at + 3 * step] = samples[from + 3 * LANE_ROW];
        plane[at + 4 * step] = samples[from + 4 * LANE_ROW];
        plane[at + 5 * step] = samples[from + 5 * LANE_ROW];
        plane[at + 6 * step] = samples[from + 6 * LANE_ROW];
        plane[at + 7 * step] = samples[from + 7 * LANE_ROW];
    }

    private void scatter(int[] samples, int from, int[] evenRows, int[] oddRows, int at) {
        int step = layout.rowStep();
        evenRows[at] = samples[from];
        oddRows[at] = samples[from + LANE_ROW];
        evenRows[at + step] = samples[from + 2 * LANE_ROW];
        oddRows[at + step] = samples[from + 3 * LANE_ROW];
        evenRows[at + 2 * step] = samples[from + 4 * LANE_ROW];
        oddRows[at + 2 * step] = samples[from + 5 * LANE_ROW];
        evenRows[at + 3 * step] = samples[from + 6 * LANE_ROW];
        oddRows[at + 3 * step] = samples[from + 7 * LANE_ROW];
    }

    // ---- edges

    /** Repeats samples at the picture's edges, and moves rows up. */
    @Override
    public void complete(int firstRow) {
        flush(evenOdd);
        if (halvedAcross) {
            flush(halves);
        }
        for (int c = 1; c < components.size(); c++) {
            FrameComponent component = components.get(c);
            for (int i = 0; i < 2 && planes[c][i] != null; i++) {
                if (halvedAcross) {
                    repeatSides(planes[c][i], component.width());
                }
                if (halvedDown) {
                    repeatBottom(planes[c][i], carried[c][i], component.height() - firstRow);
                    moveUp(planes[c][i], above[c][i], carried[c][i], firstRow == 0);
                }
            }
        }
        if (halvedDown) {
            moveUp(planes[0][2], above[0][0], carried[0][0], firstRow == 0);
            moveUp(planes[0][3], above[0][1], carried[0][1], firstRow == 0);
        }
    }

    /** Repeats the first sample of each row before it, and the last one behind it. */
    private void repeatSides(int[] plane, int width) {
        int last = width / 4;
        int shift = Byte.SIZE * (width % 4);
        for (int row = 0; row < ROWS; row++) {
            int first = layout.index(0, row);
            plane[first - layout.columnStep()] = plane[first] << 24;
            int end = layout.index(last, row);
            if (shift == 0) {
                plane[end] = plane[end - layout.columnStep()] >>> 24;
            } else {
                int sample = plane[end] >>> shift - Byte.SIZE & 0xff;
                plane[end] = plane[end] & ~(0xff << shift) | sample << shift;
            }
        }
    }

    /** Repeats the last row below it, if this band has the row below it. */
    private void repeatBottom(int[] plane, int[] lastOfBandBefore, int rows) {
        if (rows < 0 || rows >= ROWS) {
            return;
        }
        for (int group = -1; group <= layout.groups(); group++) {
            int at = layout.index(group, rows);
            plane[at] = rows == 0 ? lastOfBandBefore[group + 1] : plane[at - layout.rowStep()];
        }
    }

    private void moveUp(int[] plane, int[] moved, int[] carriedRow, boolean first) {
        System.arraycopy(plane, 0, moved, layout.rowStep(), plane.length - layout.rowStep());
        for (int group = -1; group <= layout.groups(); group++) {
            int top = layout.index(group, 0);
            moved[top] = first ? plane[top] : carriedRow[group + 1];
            carriedRow[group + 1] = plane[layout.index(group, ROWS - 1)];
        }
    }
}
