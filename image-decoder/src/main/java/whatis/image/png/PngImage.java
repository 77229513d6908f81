package whatis.image.png;

import java.util.OptionalInt;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.GreyRange;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;

/**
 * A PNG file, all of whose chunks but the picture's data have been read. Pixels equal those of Pillow 13 with one intended
 * difference, grey of sixteen bits: see {@link GreyRange}. The data of such a picture are inflated twice, at first for the
 * largest sample; where all sixteen bits are in use, that mostly ends soon. What is refused differs in this:
 *
 * <ul>
 *   <li>Pillow refuses texts and colour profiles that inflate to more than a mebibyte, and all texts together above 64; here
 *       the picture is read, and no more is inflated than two texts that may tell the orientation, a mebibyte of each;
 *   <li>Pillow refuses orientations in broken EXIF data, which are left aside here;
 *   <li>Pillow takes a second header before the data, which is refused here.
 * </ul>
 */
public final class PngImage implements RowSource {

    /** What inflating takes, tables, and texts that tell the orientation. */
    private static final int FIXED_BYTES = 1 << 16;

    private final byte[] file;
    private final PngHeader header;
    private boolean hiddenIsWhite;

    private PngImage(byte[] file, PngHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @param file bytes that begin like a PNG; not copied
     * @throws MalformedImageException if a chunk is damaged
     */
    public static PngImage open(byte[] file) {
        return new PngImage(file, new PngHeader(file));
    }

    @Override
    public ImageSize size() {
        return header.size();
    }

    @Override
    public Orientation orientation() {
        return header.orientation();
    }

    @Override
    public long memory() {
        int frameWidth = header.frame().width();
        long scanlines = Scanlines.memory(header.format(), frameWidth);
        return file.length
                + FIXED_BYTES
                + header.memory()
                + (header.format().isDeepGrey() ? 2 : 1) * scanlines
                + 3L * RgbImage.CHANNELS * size().width()
                + (header.interlaced() ? InterlacedRows.memory(header.frame()) : 0);
    }

    @Override
    public void whitenHiddenColor() {
        hiddenIsWhite = true;
    }

    @Override
    public void decode(RowSink rows, DecodeBudget budget) {
        RowExpansion expansion = expansion(budget);
        RowSink placed = placed(expansion, whitened(rows, budget), budget);
        Frame frame = header.frame();
        try (ImageData data = data(budget)) {
            Scanlines lines = new Scanlines(data, header.format(), frame.width(), budget);
            if (header.interlaced()) {
                new InterlacedRows(frame, expansion, budget).read(lines, placed);
            } else {
                read(lines, expansion, placed);
            }
            header.checkEnd(data.chunkPosition());
        }
    }

    private void read(Scanlines lines, RowExpansion expansion, RowSink rows) {
        Frame frame = header.frame();
        boolean expanded = header.format().isTrueColor();
        byte[] rgb = new byte[expanded ? 0 : RgbImage.CHANNELS * frame.width()];
        lines.begin(frame.width(), frame.height());
        for (int y = 0; y < frame.height(); y++) {
            byte[] line = lines.next();
            if (expanded) {
                rows.row(y, line);
            } else {
                expansion.expand(line, frame.width(), rgb);
                rows.row(y, rgb);
            }
        }
    }

    private ImageData data(DecodeBudget budget) {
        return new ImageData(file, header.dataPosition(), budget);
    }

    private RowSink whitened(RowSink rows, DecodeBudget budget) {
        OptionalInt hidden = hiddenIsWhite
                ? HiddenColor.of(header.format(), header.palette(), header.transparency())
                : OptionalInt.empty();
        return hidden.isPresent() ? new Whitening(hidden.getAsInt(), size(), rows, budget) : rows;
    }

    private RowSink placed(RowExpansion expansion, RowSink rows, DecodeBudget budget) {
        if (header.frame().fills(size())) {
            return rows;
        }
        byte[] background = new byte[RgbImage.CHANNELS];
        expansion.expand(new byte[RgbImage.CHANNELS], 1, background);
        return new FramePlacement(size(), header.frame(), background, rows, budget);
    }

    private RowExpansion expansion(DecodeBudget budget) {
        PixelFormat format = header.format();
        return switch (format.colors()) {
            case GREY -> format.isDeepGrey() ? deepGrey(budget) : ColorTable.ofGreys(format.depth());
            case PALETTE -> ColorTable.ofPalette(format.depth(), header.palette());
            case GREY_ALPHA -> ColorTable.ofGreys(Byte.SIZE);
            case RGB, RGB_ALPHA ->
                (decoded, pixels, rgb) -> System.arraycopy(decoded, 0, rgb, 0, RgbImage.CHANNELS * pixels);
        };
    }

    private DeepGrey deepGrey(DecodeBudget budget) {
        Frame frame = header.frame();
        try (ImageData data = data(budget)) {
            Scanlines lines = new Scanlines(data, header.format(), frame.width(), budget);
            return DeepGrey.measure(lines, frame, Pass.all(header.interlaced()));
        }
    }
}
