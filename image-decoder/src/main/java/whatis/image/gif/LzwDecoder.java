package whatis.image.gif;

import java.util.Arrays;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * Decodes the variant of Lempel, Ziv and Welch's code that GIF prescribes (GIF89a, appendix F). A table that is full stays
 * as it is until it is cleared; an end before the last sample counts for nothing.
 */
final class LzwDecoder {

    /** The most bits of a code, and of a sample. Only a byte of a sample counts. */
    static final int MAX_BITS = 12;

    private static final int TABLE_LENGTH = 1 << MAX_BITS;
    private static final int NO_CODE = -1;

    private final CodeBlocks blocks;
    private final int literalBits;
    private final int clear;

    /** A code beyond the literals stands for the string of an earlier code and one sample. */
    private final short[] prefixes = new short[TABLE_LENGTH];

    private final byte[] lastSamples = new byte[TABLE_LENGTH];
    private final short[] lengths = new short[TABLE_LENGTH];

    /** The end of a string that was too long for the samples asked for. */
    private final byte[] rest = new byte[TABLE_LENGTH];

    private int restStart = TABLE_LENGTH;
    private int next;
    private int codeLength;
    private int previous;
    private int previousFirst;
    private int bits;
    private int bitCount;

    /**
     * Starts with an empty table.
     *
     * @param start where in the file the blocks begin
     * @param literalBits the bits of a sample, 0 to {@link #MAX_BITS}
     */
    LzwDecoder(byte[] file, int start, int literalBits, DecodeBudget budget) {
        blocks = new CodeBlocks(file, start, budget);
        this.literalBits = literalBits;
        clear = 1 << literalBits;
        Arrays.fill(lengths, (short) 1);
        clear();
    }

    private void clear() {
        next = clear + 2;
        codeLength = literalBits + 1;
        previous = NO_CODE;
    }

    /**
     * Decodes as many samples as asked for.
     *
     * @throws MalformedImageException if there are fewer, or a code stands for nothing
     */
    void read(byte[] samples, int from, int count) {
        int to = from + count;
        int at = from;
        if (restStart < TABLE_LENGTH) {
            at = takeRest(samples, at, to);
        }
        while (at < to) {
            int code = nextCode();
            if (code == clear) {
                clear();
            } else if (code == clear + 1) {
                blocks.readOn();
            } else {
                at = string(code, samples, at, to);
            }
        }
    }

    private int takeRest(byte[] samples, int from, int to) {
        int count = Math.min(TABLE_LENGTH - restStart, to - from);
        System.arraycopy(rest, restStart, samples, from, count);
        restStart += count;
        return from + count;
    }

    private int nextCode() {
        while (bitCount < codeLength) {
            bits |= blocks.nextByte() << bitCount;
            bitCount += Byte.SIZE;
        }
        int code = bits & (1 << codeLength) - 1;
        bits >>>= codeLength;
        bitCount -= codeLength;
        return code;
    }

    /** Writes the string of a code, as far as it fits, and returns where it ends. */
    private int string(int code, byte[] samples, int from, int to) {
        int known = code == next ? previous : code;
        if (code > next || known < 0 || known >= TABLE_LENGTH || previous == NO_CODE && code > clear) {
            throw new MalformedImageException("code " + code + " of " + next);
        }
        // A code that is about to be defined stands for the previous string and its first sample again.
        int length = lengths[known] + (code == next ? 1 : 0);
        boolean fits = length <= to - from;
        byte[] out = fits ? samples : rest;
        int end = fits ? from + length : TABLE_LENGTH;
        int at = end;
        if (code == next) {
            out[--at] = (byte) previousFirst;
        }
        int symbol = known;
        while (symbol >= clear) {
            out[--at] = lastSamples[symbol];
            symbol = prefixes[symbol];
        }
        out[--at] = (byte) symbol;
        if (previous != NO_CODE && next < TABLE_LENGTH) {
            define(symbol);
        }
        previous = code;
        previousFirst = symbol;
        if (fits) {
            return end;
        }
        restStart = at;
        return takeRest(samples, from, to);
    }

    private void define(int lastSample) {
        prefixes[next] = (short) previous;
        lastSamples[next] = (byte) lastSample;
        lengths[next] = (short) (lengths[previous] + 1);
        if (next == (1 << codeLength) - 1 && codeLength < MAX_BITS) {
            codeLength++;
        }
        next++;
    }
}
