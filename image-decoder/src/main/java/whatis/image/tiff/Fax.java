package whatis.image.tiff;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * Undoes the compressions of facsimile, ITU-T T.4 (group 3, of one or two dimensions, and its runs alone) and T.6 (group
 * 4). What is damaged but not cut short is decoded as libtiff does.
 */
final class Fax implements Decompressor {

    private static final int STEPS_PER_BYTE = 32;
    private static final int ZEROS_OF_END_OF_LINE = 11;

    private final Compression compression;
    private final boolean twoDimensional;
    private final FaxBits bits = new FaxBits();
    private final FaxRow runs;
    private final DecodeBudget budget;

    /** Whether lines end without a mark; found out at the first segment. */
    private boolean unmarked;

    /** Whether the zeros of a mark have been read, but not its one. */
    private boolean markBegun;

    private boolean first;
    private boolean ended;

    /** @param width the width of a segment in pixels */
    Fax(Compression compression, boolean twoDimensional, int width, DecodeBudget budget) {
        this.compression = compression;
        this.twoDimensional = twoDimensional || compression == Compression.GROUP_4;
        this.unmarked = compression == Compression.CCITT_RUN_LENGTHS;
        this.runs = new FaxRow(width, this.twoDimensional);
        this.budget = budget;
    }

    @Override
    public void begin(byte[] data, int from, int to) {
        bits.begin(data, from, to);
        runs.reset();
        markBegun = false;
        first = true;
        ended = false;
    }

    @Override
    public void read(byte[] row, int length) {
        int before = bits.progress();
        Arrays.fill(row, 0, length, (byte) 0);
        if (compression == Compression.GROUP_4) {
            readGroup4(row);
        } else {
            readGroup3(row);
        }
        first = false;
        budget.work(STEPS_PER_BYTE * ((long) length + Math.abs(bits.progress() - before)));
    }

    /** Leaves the rest of a segment white that ends too early, but not with its first row. */
    private void readGroup4(byte[] row) {
        if (ended) {
            return;
        }
        runs.begin();
        int kind = runs.readChanges(bits);
        runs.paint(row);
        ended = kind == FaxCodes.NO_DATA || kind == FaxCodes.END_OF_LINE;
        if (ended && first) {
            throw tooEarly();
        }
        runs.end();
    }

    private void readGroup3(byte[] row) {
        if (!unmarked && !skipMark()) {
            unmarked = true;
            bits.restart();
            markBegun = false;
        }
        boolean refers = false;
        if (twoDimensional) {
            if (!bits.need(1)) {
                throw tooEarly();
            }
            refers = bits.peek(1) == 0;
            bits.drop(1);
        }
        runs.begin();
        int kind = refers ? runs.readChanges(bits) : runs.readRuns(bits);
        if (kind == FaxCodes.NO_DATA) {
            throw tooEarly();
        }
        markBegun |= kind == FaxCodes.END_OF_LINE;
        runs.paint(row);
        if (twoDimensional) {
            runs.end();
        } else if (compression == Compression.CCITT_RUN_LENGTHS) {
            bits.align();
        }
    }

    /** Goes behind the next mark; tells whether there is any. */
    private boolean skipMark() {
        while (!markBegun) {
            if (!bits.need(ZEROS_OF_END_OF_LINE)) {
                throw tooEarly();
            }
            markBegun = bits.peek(ZEROS_OF_END_OF_LINE) == 0;
            if (!markBegun) {
                bits.drop(1);
            }
        }
        while (true) {
            if (!bits.need(Byte.SIZE)) {
                return false;
            }
            if (bits.peek(Byte.SIZE) != 0) {
                break;
            }
            bits.drop(Byte.SIZE);
        }
        while (bits.peek(1) == 0) {
            bits.drop(1);
        }
        bits.drop(1);
        markBegun = false;
        return true;
    }

    private static MalformedImageException tooEarly() {
        return new MalformedImageException("a segment's rows end too early");
    }
}
