package whatis.image.jpeg;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.Resampling;
import whatis.image.raster.ResamplingFilter;
import whatis.image.raster.ResizeTarget;
import whatis.image.raster.RgbCanvas;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;

/**
 * A JPEG file, read up to its first scan. Pixels equal those of Pillow 13 with libjpeg-turbo 3 on x86-64, also where a file
 * is damaged but not refused. The two differ in what they refuse here:
 *
 * <ul>
 *   <li>arithmetic coding, which Pillow reads;
 *   <li>a file without an end of image that has less than eight bytes after its only scan; whether Pillow takes that for
 *       cut short depends on how the last bits fall.
 * </ul>
 */
public final class JpegImage implements RowSource {

    /** A coefficient is a short, and a block has a long beside them. */
    private static final int BYTES_PER_BLOCK = HuffmanTable.COEFFICIENTS * Short.BYTES + Long.BYTES;

    /** Batches, the window over the file, and tables. */
    private static final int FIXED_BYTES = 1 << 20;

    /** A band of any sampling, and what a piece of it needs besides. */
    private static final int BYTES_PER_COLUMN = 1 << 9;

    private final byte[] file;
    private final SegmentParser segments;
    private final FrameHeader frame;
    private final ColorModel colors;
    private final ScanHeader firstScan;

    private JpegImage(byte[] file, SegmentParser segments, ScanHeader firstScan, ColorModel colors) {
        this.file = file;
        this.segments = segments;
        this.frame = segments.frame();
        this.colors = colors;
        this.firstScan = firstScan;
    }

    /**
     * Reads the header.
     *
     * @param file bytes that begin like a JPEG; not copied
     * @throws MalformedImageException if the header is damaged
     * @throws whatis.image.raster.UnsupportedVariantException if the picture is of a kind that is not read
     */
    public static JpegImage open(byte[] file) {
        SegmentParser segments = new SegmentParser(file);
        ScanHeader first = firstScan(segments);
        return new JpegImage(file, segments, first, segments.colors());
    }

    /**
     * Reads the header of a file that a container holds, and of whose colours only the container tells. Components beyond
     * those of the colour model don't count.
     *
     * @param components how many components the file must have, not less than the colour model
     * @throws MalformedImageException if the header is damaged, or another component than luma is sampled finely
     * @throws whatis.image.raster.UnsupportedVariantException if the picture is of a kind that is not read
     */
    public static JpegImage openContained(byte[] file, ColorModel colors, int components) {
        SegmentParser segments = new SegmentParser(file);
        ScanHeader first = firstScan(segments);
        FrameHeader frame = segments.frame();
        if (frame.components().size() != components) {
            throw new MalformedImageException("there are not " + components + " components");
        }
        for (int i = colors == ColorModel.YCBCR ? 1 : 0; i < components; i++) {
            FrameComponent component = frame.components().get(i);
            if (component.horizontal() * component.vertical() != 1) {
                throw new MalformedImageException("component " + i + " is sampled too finely");
            }
        }
        return new JpegImage(file, segments, first, colors);
    }

    private static ScanHeader firstScan(SegmentParser segments) {
        ScanHeader first = segments.nextScan();
        if (first == null) {
            throw new MalformedImageException("there is no scan");
        }
        return first;
    }

    @Override
    public ImageSize size() {
        return frame.size();
    }

    @Override
    public Orientation orientation() {
        return segments.orientation();
    }

    @Override
    public long memory() {
        boolean buffered = ScanDecoder.isBuffered(frame, firstScan);
        long columns = (long) FrameHeader.BLOCK_LENGTH * frame.mcusAcross() * frame.maxHorizontal();
        return file.length
                + FIXED_BYTES
                + BYTES_PER_COLUMN * columns
                + (buffered ? BYTES_PER_BLOCK * frame.blocks() : 0);
    }

    @Override
    public long memoryToResize(ResizeTarget target, ResamplingFilter filter) {
        return RowSource.super.memoryToResize(target, filter)
                + SpreadWeights.memory(Resampling.columns(size(), orientation(), target, filter));
    }

    @Override
    public void decode(RowSink rows, DecodeBudget budget) {
        if (PackedBand.isFor(frame, colors)) {
            PackedBand band = new PackedBand(frame, BandLayout.rows(groups()));
            decode(band, new RowWriter(band, frame.size(), rows, budget), budget);
        } else {
            PlainBand band = new PlainBand(frame, colors, rows, budget);
            decode(band, band, budget);
        }
    }

    /** Converts colours and sums up in one go, without RGB rows in between, wherever that is the quicker way. */
    @Override
    public RgbImage resize(Resampling resampling, DecodeBudget budget) {
        boolean packed = PackedBand.isFor(frame, colors);
        if (packed && resampling.horizontalFirst() && SpreadWeights.isFor(resampling.columns())) {
            PackedBand band = new PackedBand(frame, BandLayout.columns(groups()));
            RgbCanvas canvas = new RgbCanvas(resampling.target());
            decode(
                    band,
                    new HorizontalFirstResizer(band, resampling.columns(), resampling.rows(), canvas, budget),
                    budget);
            return canvas.image();
        }
        if (packed && !resampling.horizontalFirst()) {
            PackedBand band = new PackedBand(frame, BandLayout.rows(groups()));
            RgbCanvas canvas = new RgbCanvas(resampling.target());
            decode(
                    band,
                    new VerticalFirstResizer(band, resampling.columns(), resampling.rows(), canvas, budget),
                    budget);
            return canvas.image();
        }
        return RowSource.super.resize(resampling, budget);
    }

    private int groups() {
        return frame.mcusAcross() * frame.maxHorizontal();
    }

    private void decode(BlockStore store, BandSink sink, DecodeBudget budget) {
        BlockSource source = new ScanDecoder(file, segments).decode(firstScan, budget);
        int coarseRows = frame.mcusDown() * FrameHeader.BLOCK_LENGTH;
        int rowsPerBand = store.mcuRows() * FrameHeader.BLOCK_LENGTH;
        int mcuRow = 0;
        // The last rows may need the band after the last blocks, as bands begin a row early where chroma is halved.
        for (int firstRow = 0; firstRow <= coarseRows; firstRow += rowsPerBand) {
            for (int row = 0; row < store.mcuRows() && mcuRow < frame.mcusDown(); row++) {
                source.nextMcuRow(store, row, budget);
                mcuRow++;
            }
            store.complete(firstRow);
            sink.band(firstRow);
        }
        source.end();
    }
}
