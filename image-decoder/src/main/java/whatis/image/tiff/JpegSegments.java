package whatis.image.tiff;

import java.util.Arrays;
import whatis.image.jpeg.ColorModel;
import whatis.image.jpeg.JpegImage;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.RgbImage;
import whatis.image.raster.UnsupportedVariantException;
import whatis.image.tiff.Segments.Extent;

/**
 * Segments each of which is a JPEG, without the tables that all of them share. Strips of a picture without planes are
 * decoded row by row, others a row of segments at once.
 *
 * @see <a href="https://www.awaresystems.be/imaging/tiff/specification/TIFFTechNote2.txt">TIFF technical note 2</a>
 */
final class JpegSegments implements SampleSource {

    private static final byte[] START = {-1, (byte) 0xd8};
    private static final byte[] END = {-1, (byte) 0xd9};

    /** Libtiff adds ends of image without end where data are missing; these are enough for a table that is cut. */
    private static final int ADDED_ENDS = 256;

    /** Tables, and a band of samples. */
    private static final int STEPS_PER_SEGMENT = 200_000;

    private final TiffBytes bytes;
    private final Segments segments;
    private final PixelLayout stored;
    private final ColorModel colors;
    private final boolean streamed;
    private final Band band;
    private final int channels;
    private final byte[] tables;
    private final long memoryOfSegment;

    JpegSegments(TiffBytes bytes, Directory directory, ImageSize size, PixelLayout stored) {
        if (stored.bits() != Byte.SIZE) {
            throw new UnsupportedVariantException("JPEG of samples of " + stored.bits() + " bits");
        }
        if (stored.kind() == PixelKind.YCBCR && stored.planar()) {
            ChromaSubsampling.of(directory, size, true);
        }
        this.bytes = bytes;
        this.segments = Segments.of(bytes, directory, size, true);
        this.stored = stored;
        this.colors = colors(stored);
        this.channels = decoded(stored).kind().channels();
        this.streamed = segments.across() == 1 && !stored.planar();
        this.band = new Band(segments, size, channels, streamed);
        this.tables = tables(directory);
        byte[] first = jpeg(0, 0, 0);
        this.memoryOfSegment = open(first).memory() - first.length;
    }

    /** Returns the layout of the pixels that come out, as colours that are stored together are turned into RGB. */
    static PixelLayout decoded(PixelLayout stored) {
        return stored.samplesTogether() == 1 ? stored : stored.withKind(PixelKind.RGB);
    }

    private static ColorModel colors(PixelLayout stored) {
        if (stored.samplesTogether() == 1) {
            return ColorModel.GREY;
        }
        return switch (stored.kind()) {
            case YCBCR -> ColorModel.YCBCR;
            case RGB -> ColorModel.RGB;
            case CMYK -> ColorModel.INKS;
            default ->
                throw new UnsupportedVariantException(
                        "JPEG of grey, of palettes or of premultiplied colours with alpha");
        };
    }

    /** Returns what stands before each segment: the start of the image, and the tables without its end. */
    private static byte[] tables(Directory directory) {
        byte[] tables = directory.bytes(Tag.JPEG_TABLES);
        if (tables == null) {
            return START;
        }
        if (!Arrays.equals(tables, 0, Math.min(2, tables.length), START, 0, 2)) {
            throw new MalformedImageException("the tables for JPEG don't begin like one");
        }
        boolean ended = Arrays.equals(tables, tables.length - 2, tables.length, END, 0, 2);
        return ended && tables.length > 2 ? Arrays.copyOf(tables, tables.length - 2) : tables;
    }

    /** Puts a whole JPEG together. */
    private byte[] jpeg(int plane, int row, int column) {
        Extent extent = segments.compressed(plane, row, column);
        int from = extent.from() + START.length;
        if (from > extent.to() || !Arrays.equals(bytes.file(), extent.from(), from, START, 0, START.length)) {
            throw new MalformedImageException("a segment doesn't begin like a JPEG");
        }
        int length = extent.to() - from;
        long all = (long) tables.length + length + ADDED_ENDS * END.length;
        if (all > Integer.MAX_VALUE) {
            throw new MalformedImageException("a segment is too long");
        }
        byte[] jpeg = Arrays.copyOf(tables, (int) all);
        System.arraycopy(bytes.file(), from, jpeg, tables.length, length);
        for (int i = tables.length + length; i < jpeg.length; i += END.length) {
            System.arraycopy(END, 0, jpeg, i, END.length);
        }
        return jpeg;
    }

    private JpegImage open(byte[] jpeg) {
        return JpegImage.openContained(jpeg, colors, stored.samplesTogether());
    }

    /** Returns the bytes that are held at once; what earlier segments took is garbage. */
    @Override
    public long memory() {
        return memoryOfSegment + tables.length + ADDED_ENDS * END.length + bytes.file().length + band.memory();
    }

    @Override
    public void decode(SampleSink sink, DecodeBudget budget) {
        byte[] samples = band.allocate();
        for (int row = 0; row < segments.down(); row++) {
            clear(samples);
            if (streamed) {
                stream(row, samples, sink, budget);
            } else {
                fill(row, samples, budget);
                band.emit(row, samples, sink);
            }
        }
    }

    /** Fills with what libtiff leaves where a JPEG is smaller than its segment. */
    private void clear(byte[] samples) {
        Arrays.fill(samples, (byte) (stored.inverted() ? -1 : 0));
    }

    private void stream(int row, byte[] samples, SampleSink sink, DecodeBudget budget) {
        int rows = segments.rows(row);
        int top = segments.top(row);
        JpegImage image = image(0, row, 0, budget);
        int pixels = Math.min(image.size().width(), segments.columns(0));
        image.decode(
                (y, rgb) -> {
                    if (y < rows) {
                        store(rgb, 0, samples, 0, pixels);
                        sink.row(top + y, samples, 0);
                    }
                },
                budget);
        clear(samples);
        for (int y = image.size().height(); y < rows; y++) {
            sink.row(top + y, samples, 0);
        }
    }

    private void fill(int row, byte[] samples, DecodeBudget budget) {
        int rows = segments.rows(row);
        for (int plane = 0; plane < stored.planes(); plane++) {
            for (int column = 0; column < segments.across(); column++) {
                int of = plane;
                int left = segments.left(column);
                JpegImage image = image(plane, row, column, budget);
                int pixels = Math.min(image.size().width(), segments.columns(column));
                image.decode(
                        (y, rgb) -> {
                            if (y < rows) {
                                store(rgb, of, samples, band.index(y, left), pixels);
                            }
                        },
                        budget);
            }
        }
    }

    private JpegImage image(int plane, int row, int column, DecodeBudget budget) {
        byte[] jpeg = jpeg(plane, row, column);
        budget.work(STEPS_PER_SEGMENT + jpeg.length);
        JpegImage image = open(jpeg);
        int height = segments.tiled() ? segments.height() : segments.rows(row);
        boolean mayBeHigher = !segments.tiled() && row == segments.down() - 1;
        if (image.size().width() > segments.width() || image.size().height() > height && !mayBeHigher) {
            throw new MalformedImageException("a segment is " + image.size() + " pixels, which is too large");
        }
        if (image.memory() - jpeg.length > memoryOfSegment) {
            throw new MalformedImageException("a segment takes more memory than the first one");
        }
        return image;
    }

    private void store(byte[] rgb, int plane, byte[] samples, int from, int pixels) {
        if (stored.samplesTogether() > 1) {
            System.arraycopy(rgb, 0, samples, from, RgbImage.CHANNELS * pixels);
            return;
        }
        int inversion = stored.inverted() ? 0xff : 0;
        int out = from + plane;
        for (int i = 0; i < pixels; i++) {
            samples[out] = (byte) (rgb[RgbImage.CHANNELS * i] ^ inversion);
            out += channels;
        }
    }
}
