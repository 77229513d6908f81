package whatis.image.png;

import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.Orientation;

/**
 * Reads all chunks but the picture's data. Those before the data are checked by their checksums, those behind are not, as in
 * Pillow, where anything may follow the last chunk, which may be missing.
 */
final class PngHeader {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int MAX_COLORS = 256;

    private final ChunkReader chunks;
    private final Animation animation = new Animation();
    private final OrientationChunks orientations = new OrientationChunks();
    private @Nullable ImageSize size;
    private @Nullable PixelFormat format;
    private boolean interlaced;
    private Bytes palette = Bytes.NONE;
    private Bytes transparency = Bytes.NONE;
    private final int dataPosition;
    private final Frame frame;
    private final int cutData;
    private final Orientation orientation;

    /** @param file a file that begins with the signature of a PNG */
    PngHeader(byte[] file) {
        this.chunks = new ChunkReader(file, SIGNATURE_LENGTH);
        readToData();
        this.dataPosition = chunks.position();
        this.frame = animation.frame(size(), interlaced);
        this.cutData = readRest(animation.hasSeveral());
        this.orientation = orientations.orientation();
    }

    /** Stops at the first chunk of data. */
    private void readToData() {
        while (chunks.next()) {
            switch (chunks.type()) {
                case ChunkType.IEND -> throw new MalformedImageException("the picture ends before its data");
                case ChunkType.FDAT -> {
                    animation.readSequence(chunks);
                    return;
                }
                case ChunkType.IDAT -> {
                    if (format != null) {
                        return;
                    }
                }
                case ChunkType.IHDR -> readHeader();
                case ChunkType.PLTE -> readPalette();
                default -> read();
            }
            chunks.checkWhole();
            chunks.checkChecksum();
        }
        throw new MalformedImageException("there are no data");
    }

    /**
     * Reads on from the first chunk of data.
     *
     * @return where the chunk of data begins within which the file ends; -1 if there is none
     */
    private int readRest(boolean animated) {
        boolean withinData = true;
        do {
            int type = chunks.type();
            withinData &= ChunkType.isData(type);
            if (type == ChunkType.IEND || type == ChunkType.FCTL && animated) {
                return -1;
            }
            if (type == ChunkType.FDAT && chunks.position() != dataPosition) {
                animation.readSequence(chunks);
            }
            if (withinData && !chunks.isWhole()) {
                return chunks.position();
            }
            chunks.checkWhole();
            if (!ChunkType.isData(type)) {
                read();
            }
        } while (chunks.next());
        return -1;
    }

    private void readHeader() {
        if (size != null) {
            throw new MalformedImageException("there are two headers");
        }
        int width = chunks.intAt(0);
        int height = chunks.intAt(4);
        if (width <= 0 || height <= 0) {
            throw new MalformedImageException("there are no pixels, or too many");
        }
        size = new ImageSize(width, height);
        format = PixelFormat.of(chunks.byteAt(8), chunks.byteAt(9));
        if (format == null || chunks.byteAt(11) != 0) {
            throw new MalformedImageException("there is no such colour type, depth or way of filtering");
        }
        if (width > Integer.MAX_VALUE / format.bitsPerPixel() - 7) {
            throw new MalformedImageException("rows are too long");
        }
        interlaced = chunks.byteAt(12) != 0;
    }

    /** Reads the palette; the last one counts. */
    private void readPalette() {
        if (format != null && format.colors() == ColorType.PALETTE) {
            if (chunks.length() / 3 > MAX_COLORS) {
                throw new MalformedImageException("the palette has more than 256 colours");
            }
            palette = chunks.data();
        }
    }

    private void read() {
        switch (chunks.type()) {
            case ChunkType.TRNS -> readTransparency();
            case ChunkType.ACTL -> animation.readControl(chunks);
            case ChunkType.FCTL -> animation.readFrame(chunks, size);
            case ChunkType.ICCP, ChunkType.ZTXT -> checkCompression();
            default -> chunks.checkLength(ChunkType.minimalLength(chunks.type()));
        }
        orientations.read(chunks);
    }

    /** Keeps what hides colours; the last of such chunks counts. */
    private void readTransparency() {
        ColorType colors = format == null ? ColorType.PALETTE : format.colors();
        chunks.checkLength(colors == ColorType.RGB ? 6 : colors == ColorType.GREY ? 2 : 0);
        transparency = chunks.data();
    }

    /** Refuses methods of compression other than deflate; the number stands behind a name, which profiles must have. */
    private void checkCompression() {
        Bytes data = chunks.data();
        Bytes named = data.afterZero();
        boolean deflated = named.length() > 0 ? named.at(0) == 0 : chunks.type() == ChunkType.ZTXT;
        if (!deflated) {
            throw new MalformedImageException("a chunk is compressed by a method that there isn't");
        }
    }

    ImageSize size() {
        if (size == null) {
            throw new MalformedImageException("there is no header");
        }
        return size;
    }

    PixelFormat format() {
        if (format == null) {
            throw new MalformedImageException("there is no header");
        }
        return format;
    }

    boolean interlaced() {
        return interlaced;
    }

    /** Returns red, green and blue of each colour; not of all that pixels may ask for. */
    byte[] palette() {
        return palette.copy();
    }

    /** Returns what hides colours, empty if nothing does. */
    byte[] transparency() {
        return transparency.copy();
    }

    Orientation orientation() {
        return orientation;
    }

    /** Returns how many bytes it took to read the header. */
    long memory() {
        return palette.length() + transparency.length() + orientations.memory();
    }

    Frame frame() {
        return frame;
    }

    /** Returns where the first chunk of data begins. */
    int dataPosition() {
        return dataPosition;
    }

    /**
     * Refuses a file that ends within a chunk of data that the picture didn't need.
     *
     * @param lastData where the last chunk of data begins that the picture needed
     */
    void checkEnd(int lastData) {
        if (cutData >= 0 && cutData != lastData) {
            throw new MalformedImageException("the file ends within data");
        }
    }
}
