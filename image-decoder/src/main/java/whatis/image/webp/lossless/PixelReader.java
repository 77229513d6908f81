package whatis.image.webp.lossless;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * Reads the pixels of one image of the stream, be it the picture, the entropy image or one that belongs to a transform: as
 * literals, as copies of earlier pixels and by the color cache. Rows lie in a window that goes round; it holds as many
 * pixels as the longest distance.
 */
final class PixelReader {

    /** Green, red and blue; alpha rarely takes bits. */
    private static final int LONGEST_COLOR = 3 * PrefixCodeBuilder.LONGEST_CODE;

    /** With what rows are made of later. */
    private static final int STEPS_PER_PIXEL = 16;

    /** For fewer pixels a loop is quicker than a call. */
    private static final int LONG_COPY = 16;

    private final BitReader in;
    private final int[] window;
    private final DecodeBudget budget;
    private final int width;
    private final int height;
    private final PrefixCodeGroups groups;
    private final ColorCache cache;
    private final int[] nearDistances;
    private final int windowEnd;

    /** Up to where the pixels of the current row are in the color cache. */
    private int cached;

    /** How many pixels of the last copy belong to rows that follow. */
    private int copyLength;

    private int copyDistance;

    /** How many pixels the rows before the current one have. */
    private int pixelsBefore;

    private int rowStart;

    /** @param window as long as {@link #windowLength} wants it at least */
    PixelReader(
            BitReader in,
            int[] window,
            DecodeBudget budget,
            int width,
            int height,
            PrefixCodeGroups groups,
            ColorCache cache) {
        this.in = in;
        this.window = window;
        this.budget = budget;
        this.width = width;
        this.height = height;
        this.groups = groups;
        this.cache = cache;
        this.nearDistances = Distances.near(width);
        this.windowEnd = Math.min(height, window.length / width) * width;
    }

    /** Returns how many pixels the window has to hold. */
    static int windowLength(long pixels, int width) {
        return (int) Math.min(pixels, Distances.LONGEST + width);
    }

    /** Reads all pixels. */
    void read(PixelRows rows) {
        for (int y = 0; y < height; y++) {
            budget.work((long) STEPS_PER_PIXEL * width);
            readRow(y);
            rows.row(y, window, rowStart);
            pixelsBefore += width;
            rowStart += width;
            if (rowStart == windowEnd) {
                rowStart = 0;
            }
        }
        in.checkEnd();
    }

    private void readRow(int y) {
        int end = rowStart + width;
        cached = rowStart;
        int at = copyLength > 0 ? copy(rowStart, end) : rowStart;
        while (at < end) {
            int x = at - rowStart;
            int tileEnd = rowStart + Math.min(width, groups.tiles().end(x));
            PrefixCodeGroup group = groups.at(x, y);
            if (group.oneColor) {
                Arrays.fill(window, at, tileEnd, group.color);
                at = tileEnd;
            } else {
                at = readTile(group, at, tileEnd, end);
            }
        }
        fillCache(end);
    }

    private void fillCache(int to) {
        cache.add(window, cached, to);
        cached = to;
    }

    /** Reads pixels up to the end of a tile, or further where the last of them are copies. */
    private int readTile(PrefixCodeGroup group, int from, int tileEnd, int rowEnd) {
        BitReader in = this.in;
        int[] window = this.window;
        char[] table = group.table;
        boolean onlyGreen = group.onlyGreen;
        int color = group.color;
        long bits = in.bits;
        int count = in.count;
        int position = in.position;
        int at = from;
        while (at < tileEnd) {
            if (position <= in.lastLong) {
                bits |= (long) BitReader.LONG.get(in.bytes, position) << count;
                position += 63 - count >> 3;
                count |= BitReader.FILLED;
            } else if (count < LONGEST_COLOR) {
                in.resume(bits, count, position);
                in.fill();
                bits = in.bits;
                count = in.count;
                position = in.position;
            }
            int entry = PrefixCodeGroup.entry(table, 0, group.greenMask, bits);
            int length = entry & PrefixCodeBuilder.LENGTH_MASK;
            bits >>>= length;
            count -= length;
            int symbol = PrefixCodeGroup.symbol(entry);
            if (symbol < PrefixCodeReader.LITERALS) {
                if (onlyGreen) {
                    window[at] = color | symbol << 8;
                } else {
                    int red = PrefixCodeGroup.entry(table, group.red, group.redMask, bits);
                    length = red & PrefixCodeBuilder.LENGTH_MASK;
                    bits >>>= length;
                    count -= length;
                    int blue = PrefixCodeGroup.entry(table, group.blue, group.blueMask, bits);
                    length = blue & PrefixCodeBuilder.LENGTH_MASK;
                    bits >>>= length;
                    count -= length;
                    int argb = PrefixCodeGroup.symbol(red) << 16 | symbol << 8 | PrefixCodeGroup.symbol(blue);
                    if (group.alphaMask == 0) {
                        window[at] = color & 0xff000000 | argb;
                    } else {
                        in.resume(bits, count, position);
                        window[at] = group.readAlpha(in) << 24 | argb;
                        bits = in.bits;
                        count = in.count;
                        position = in.position;
                    }
                }
                at++;
            } else if (symbol < PrefixCodeReader.LITERALS + PrefixCodeReader.LENGTH_SYMBOLS) {
                in.resume(bits, count, position);
                readCopy(symbol - PrefixCodeReader.LITERALS, group, at);
                at = copy(at, rowEnd);
                bits = in.bits;
                count = in.count;
                position = in.position;
            } else {
                fillCache(at);
                window[at++] = cache.color(symbol - PrefixCodeReader.LITERALS - PrefixCodeReader.LENGTH_SYMBOLS);
            }
        }
        in.resume(bits, count, position);
        return at;
    }

    private void readCopy(int lengthSymbol, PrefixCodeGroup group, int at) {
        copyLength = readRange(lengthSymbol);
        int code = readRange(group.readDistanceSymbol(in));
        copyDistance = code <= Distances.NEAR ? nearDistances[code - 1] : code - Distances.NEAR;
        int before = pixelsBefore + at - rowStart;
        if (copyDistance > before) {
            throw new MalformedImageException("a copy begins before the first pixel");
        }
        if (copyLength > width * height - before) {
            throw new MalformedImageException("a copy ends after the last pixel");
        }
    }

    /** Reads the bits that follow a symbol for a range of lengths or distances. */
    private int readRange(int symbol) {
        if (symbol < 4) {
            return symbol + 1;
        }
        int extraBits = symbol - 2 >> 1;
        return (2 + (symbol & 1) << extraBits) + in.read(extraBits) + 1;
    }

    /** Copies as much as the row takes, and returns where the copy ends. */
    private int copy(int at, int rowEnd) {
        int end = Math.min(at + copyLength, rowEnd);
        copyLength -= end - at;
        int source = at - copyDistance;
        int to = at;
        if (source < 0) {
            source += windowEnd;
            int length = Math.min(end - to, windowEnd - source);
            System.arraycopy(window, source, window, to, length);
            to += length;
            source = 0;
        }
        copyForward(source, to, end - to);
        return end;
    }

    /** Copies pixels one after the other, so that those copied may be copied again. */
    private void copyForward(int source, int to, int length) {
        if (source + length <= to && length > LONG_COPY) {
            System.arraycopy(window, source, window, to, length);
        } else {
            for (int i = 0; i < length; i++) {
                window[to + i] = window[source + i];
            }
        }
    }
}
