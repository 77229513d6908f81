package whatis.image.tiff;

import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;
import whatis.image.raster.RgbImage;
import whatis.image.raster.RowSink;
import whatis.image.raster.RowSource;
import whatis.image.raster.UnsupportedVariantException;

/**
 * The first picture of a TIFF or BigTIFF file. Pixels equal those of Pillow 13 with libtiff 4.7.2, which reads compressed
 * files, where Pillow reads others itself, by rules of its own. Differences are:
 *
 * <ul>
 *   <li>grey of more than eight bits is scaled, see {@link whatis.image.raster.GreyRange}, and inverted where 0 is white;
 *   <li>planes, and bytes whose first bit is the lowest, are read alike whether compressed or not, and so is big-endian
 *       BigTIFF; Pillow refuses some of them, and misreads others;
 *   <li>floats and integers of 32 bits, CIELab, JPEG of the old style, LZMA, Zstandard, WebP and the like are refused by
 *       name, and so is camera RAW, of whose files only a preview is a picture;
 *   <li>compressed YCbCr that is damaged, and tiles of facsimile that end too early, are refused; libtiff shows what lies in
 *       memory there. A strip of group 4 that ends too early ends white.
 * </ul>
 */
public final class TiffImage implements RowSource {

    private static final int SHORTEST_HEADER = 8;

    private final TiffBytes bytes;
    private final Directory directory;
    private final ImageSize size;
    private final PixelLayout layout;
    private final boolean compressed;
    private final SampleSource samples;
    private final Orientation orientation;

    private TiffImage(TiffBytes bytes, Directory directory, Compression compression) {
        this.bytes = bytes;
        this.directory = directory;
        this.size = size(directory);
        this.compressed = compression != Compression.NONE;
        if (compressed && !directory.isComplete()) {
            throw new MalformedImageException("the directory is cut short");
        }
        PixelLayout stored = PixelLayout.of(directory, bytes.littleEndian(), compression);
        if (compression == Compression.JPEG) {
            this.layout = JpegSegments.decoded(stored);
            this.samples = new JpegSegments(bytes, directory, size, stored);
        } else {
            this.layout = stored;
            this.samples = new PackedSegments(bytes, directory, size, stored, compression);
        }
        this.orientation = Orientation.ofExif(directory.orientation().orElse(1));
    }

    /**
     * Reads the first directory.
     *
     * @param file bytes that begin like a TIFF; not copied
     * @throws MalformedImageException if the header is damaged
     * @throws UnsupportedVariantException if the picture is of a kind that is not read
     */
    public static TiffImage open(byte[] file) {
        if (file.length < SHORTEST_HEADER) {
            throw new MalformedImageException("the file ends within its header");
        }
        TiffBytes bytes = TiffBytes.of(file);
        Directory directory = Directory.first(bytes);
        CameraRaw.refuse(file, directory);
        try {
            return new TiffImage(bytes, directory, Compression.of(directory.number(Tag.COMPRESSION, 1)));
        } catch (UnsupportedVariantException variant) {
            if (directory.isReadThrough()) {
                throw variant;
            }
            throw new MalformedImageException("fields are missing: " + variant.getMessage());
        }
    }

    private static ImageSize size(Directory directory) {
        int width = directory.smallNumber(Tag.IMAGE_WIDTH, 0);
        int height = directory.smallNumber(Tag.IMAGE_LENGTH, 0);
        if (width < 1 || height < 1) {
            throw new MalformedImageException("the picture is " + width + " x " + height + " pixels");
        }
        return new ImageSize(width, height);
    }

    @Override
    public ImageSize size() {
        return size;
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }

    @Override
    public long memory() {
        return bytes.file().length + samples.memory() + (long) RgbImage.CHANNELS * size.width();
    }

    @Override
    public void decode(RowSink rows, DecodeBudget budget) {
        int largest = layout.kind() == PixelKind.WIDE_GREY ? largestGrey(budget) : 0;
        samples.decode(new PixelColors(directory, layout, compressed, largest, size, rows), budget);
    }

    /** Decodes the picture once only to find out how many bits its samples have. */
    private int largestGrey(DecodeBudget budget) {
        int[] largest = {0};
        samples.decode(
                (y, row, from) -> {
                    for (int x = 0; x < size.width(); x++) {
                        largest[0] = Math.max(largest[0], PixelColors.wideSample(row, from, x));
                    }
                },
                budget);
        return largest[0];
    }
}
