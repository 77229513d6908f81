package whatis.image.jpeg;

import java.util.Arrays;
import java.util.List;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;

/** One row of MCUs of a picture with any components and sampling, and the way from there to RGB rows; not the fastest. */
final class PlainBand implements BlockStore, BandSink {

    private static final int LENGTH = FrameHeader.BLOCK_LENGTH;
    private static final int LANES = BlockBatch.LANES;
    private static final int STEPS_PER_PIXEL = 20;

    private final List<FrameComponent> components;
    private final ColorModel colors;
    private final ImageSize size;
    private final int rowsPerBand;
    private final RowSink rows;
    private final DecodeBudget budget;
    private final InverseDct inverseDct = new InverseDct();
    private final BlockBatch batch = new BlockBatch();
    private final SampleRows[] samples;
    private final int[][] upsampled;
    private final byte[] rgb;
    private int band;
    private int nextRow;

    PlainBand(FrameHeader frame, ColorModel colors, RowSink rows, DecodeBudget budget) {
        this.components = frame.components();
        this.colors = colors;
        this.size = frame.size();
        this.rowsPerBand = LENGTH * frame.maxVertical();
        this.rows = rows;
        this.budget = budget;
        this.samples = components.stream()
                .map(component -> new SampleRows(component, frame))
                .toArray(SampleRows[]::new);
        this.upsampled = new int[components.size()][size.width()];
        this.rgb = new byte[RgbImage.CHANNELS * size.width()];
    }

    @Override
    public int mcuRows() {
        return 1;
    }

    @Override
    public int address(int component, int blockColumn, int blockRow) {
        int row = (band * components.get(component).vertical() + blockRow) * LENGTH;
        return samples[component].rowStart(row) + blockColumn * LENGTH;
    }

    @Override
    public int addressStep(int component) {
        return LENGTH;
    }

    @Override
    public BlockBatch batch(int component) {
        return batch;
    }

    @Override
    public void fill(int component, int address, int sample) {
        SampleRows of = samples[component];
        for (int row = 0; row < LENGTH; row++) {
            int from = address + row * of.stride();
            Arrays.fill(of.samples(), from, from + LENGTH, (byte) sample);
        }
    }

    @Override
    public void flush(BlockBatch full) {
        int[] transformed = inverseDct.transform(full, false);
        for (int lane = 0; lane < full.count; lane++) {
            SampleRows of = samples[full.component[lane]];
            int at = full.address[lane];
            for (int row = 0; row < LENGTH; row++) {
                int from = lane + row * LENGTH * LANES;
                store(transformed[from], of.samples(), at);
                store(transformed[from + LANES], of.samples(), at + LENGTH / 2);
                at += of.stride();
            }
        }
        full.clear();
    }

    private static void store(int packed, byte[] samples, int at) {
        samples[at] = (byte) packed;
        samples[at + 1] = (byte) (packed >> 8);
        samples[at + 2] = (byte) (packed >> 16);
        samples[at + 3] = (byte) (packed >> 24);
    }

    @Override
    public void complete(int firstRow) {
        flush(batch);
    }

    /** Hands on the rows of the band before, whose last ones are mixed with this band, or of all that are left. */
    @Override
    public void band(int firstRow) {
        band++;
        boolean last = band * rowsPerBand >= size.height();
        // Filters reach one row of samples further, which is at most as many rows as a band has for each row of its
        // blocks.
        int end = last ? size.height() : band * rowsPerBand - rowsPerBand / LENGTH;
        while (nextRow < end) {
            budget.work((long) STEPS_PER_PIXEL * size.width());
            for (int c = 0; c < upsampled.length; c++) {
                samples[c].upsample(nextRow, upsampled[c], size.width());
            }
            PlainColors.convert(colors, upsampled, rgb);
            rows.row(nextRow++, rgb);
        }
    }
}
