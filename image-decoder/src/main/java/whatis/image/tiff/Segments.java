package whatis.image.tiff;

import org.jspecify.annotations.Nullable;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;

/** The strips or tiles of a picture: how large they are, and where they lie in the file. */
final class Segments {

    private final TiffBytes bytes;
    private final Directory directory;
    private final ImageSize size;
    private final Tag offsets;
    private final Tag byteCounts;
    private final boolean tiled;
    private final int width;
    private final int height;
    private final int across;
    private final int down;

    /** Bytes [from, to) of the file. */
    record Extent(int from, int to) {}

    private Segments(TiffBytes bytes, Directory directory, ImageSize size, boolean tiled, long width, long height) {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new MalformedImageException("a segment is " + width + " x " + height + " pixels");
        }
        this.bytes = bytes;
        this.directory = directory;
        this.size = size;
        this.tiled = tiled;
        this.offsets = tiled && directory.has(Tag.TILE_OFFSETS) ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
        this.byteCounts = tiled && directory.has(Tag.TILE_BYTE_COUNTS) ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
        this.width = (int) width;
        this.height = (int) height;
        this.across = ceilDivide(size.width(), this.width);
        this.down = ceilDivide(size.height(), this.height);
        if (directory.count(offsets) == 0) {
            throw new MalformedImageException("there are no strips or tiles");
        }
    }

    static Segments of(TiffBytes bytes, Directory directory, ImageSize size, boolean compressed) {
        // Pillow takes strips first where nothing is compressed, libtiff tiles where something is.
        boolean tiled = compressed
                ? directory.has(Tag.TILE_WIDTH) || directory.has(Tag.TILE_LENGTH)
                : !directory.has(Tag.STRIP_OFFSETS);
        if (tiled) {
            long width = directory.number(Tag.TILE_WIDTH, 0);
            return new Segments(bytes, directory, size, true, width, directory.number(Tag.TILE_LENGTH, 0));
        }
        long rows = Math.min(directory.number(Tag.ROWS_PER_STRIP, size.height()), size.height());
        return new Segments(bytes, directory, size, false, size.width(), rows);
    }

    private static int ceilDivide(int dividend, int divisor) {
        return (int) (((long) dividend + divisor - 1) / divisor);
    }

    /** Tells whether segments at the edges are as large as all others, and go on outside the picture. */
    boolean tiled() {
        return tiled;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int across() {
        return across;
    }

    int down() {
        return down;
    }

    /** Returns how many pixels of a row of segments lie above. */
    int top(int row) {
        return row * height;
    }

    /** Returns how many rows of a row of segments lie within the picture. */
    int rows(int row) {
        return Math.min(height, size.height() - top(row));
    }

    /** Returns how many pixels lie left of a column of segments. */
    int left(int column) {
        return column * width;
    }

    /** Returns how many columns of a column of segments lie within the picture. */
    int columns(int column) {
        return Math.min(width, size.width() - left(column));
    }

    /**
     * Finds a compressed segment.
     *
     * @throws MalformedImageException if it doesn't lie within the file
     */
    Extent compressed(int plane, int row, int column) {
        long index = index(plane, row, column);
        if (index >= directory.count(offsets)) {
            throw new MalformedImageException("there is no segment " + index);
        }
        long offset = directory.value(offsets, index);
        long told = index < directory.count(byteCounts) ? directory.value(byteCounts, index) : 0;
        boolean mayBeLeftOut = (long) across * down == 1 && (!directory.has(byteCounts) || !tiled && !isPlanar());
        long length = told == 0 && mayBeLeftOut ? estimatedLength(offset) : told;
        if (length <= 0 || !bytes.contains(offset, length)) {
            throw new MalformedImageException("segment " + index + " lies outside the file");
        }
        return new Extent((int) offset, (int) (offset + length));
    }

    /** Estimates the length of a plane as libtiff does: what the file has besides directory and header. */
    private long estimatedLength(long offset) {
        long all = bytes.file().length - directory.length();
        long planes = isPlanar() ? Math.max(1, directory.number(Tag.SAMPLES_PER_PIXEL, 1)) : 1;
        return Math.min(all / planes, bytes.file().length - offset);
    }

    private boolean isPlanar() {
        return directory.number(Tag.PLANAR_CONFIGURATION, 1) == PixelLayout.PLANAR;
    }

    /**
     * Finds a segment that isn't compressed, and whose end the file doesn't tell truly at times.
     *
     * @param length how many bytes it has at most
     * @return null where none is stored, so that its part of the picture stays empty
     * @throws MalformedImageException if it doesn't lie within the file
     */
    @Nullable
    Extent uncompressed(int plane, int row, int column, long length) {
        long index = index(plane, row, column);
        long count = directory.count(offsets);
        if (index >= count) {
            return null;
        }
        // Of several segments of which each has the whole picture Pillow takes the last.
        boolean last = across == 1 && down == 1 && !isPlanar();
        long offset = directory.value(offsets, last ? count - 1 : index);
        if (!bytes.contains(offset, 1)) {
            throw new MalformedImageException("segment " + index + " lies outside the file");
        }
        return new Extent((int) offset, (int) Math.min(bytes.file().length, offset + length));
    }

    private long index(int plane, int row, int column) {
        return ((long) plane * down + row) * across + column;
    }
}
