package whatis.image.gif;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * Decodes the variant of Lempel, Ziv and Welch's code that GIF prescribes (GIF89a, appendix F). A table that is full stays
 * as it is until it is cleared; an end before the last sample counts for nothing.
 *
 * <p>A code stands for the string of an earlier code and one sample more. The samples of a string are kept by eights, so
 * that most strings are written at once: each code has the last one to eight of its string, and the code of those before.
 */
final class LzwDecoder {

    /** The most bits of a code, and of a sample. Only a byte of a sample counts. */
    static final int MAX_BITS = 12;

    private static final int TABLE_LENGTH = 1 << MAX_BITS;

    /** One code may stand behind the table, if samples have twelve bits: that of the string that follows. */
    private static final int CODES = TABLE_LENGTH + 3;

    private static final int NO_CODE = -1;
    private static final int GROUP = Long.BYTES;
    private static final VarHandle GROUPS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final CodeBlocks blocks;
    private final int literalBits;
    private final int clear;

    private final long[] lastSamples = new long[CODES];
    private final short[] prefixes = new short[CODES];
    private final byte[] firstSamples = new byte[CODES];
    private final short[] lengths = new short[CODES];

    /** Samples ahead of those asked for, with room for the longest string and what is written beyond it. */
    private final byte[] decoded = new byte[2 * TABLE_LENGTH + GROUP];

    private int decodedStart;
    private int decodedEnd;
    private long left;
    private int next;
    private int codeLength;
    private int previous;
    private long bits;
    private int bitCount;

    /**
     * Starts with an empty table.
     *
     * @param start where in the file the blocks begin
     * @param literalBits the bits of a sample, 0 to {@link #MAX_BITS}
     * @param count how many samples there are
     */
    LzwDecoder(byte[] file, int start, int literalBits, long count, DecodeBudget budget) {
        blocks = new CodeBlocks(file, start, budget);
        this.literalBits = literalBits;
        left = count;
        clear = 1 << literalBits;
        for (int literal = 0; literal < clear; literal++) {
            firstSamples[literal] = (byte) literal;
            lastSamples[literal] = literal & 0xff;
            lengths[literal] = 1;
        }
        clear();
    }

    private void clear() {
        next = clear + 2;
        codeLength = literalBits + 1;
        previous = NO_CODE;
    }

    /**
     * Decodes as many samples as asked for, no more than there are.
     *
     * @throws MalformedImageException if the file has fewer, or a code stands for nothing
     */
    void read(byte[] samples, int from, int count) {
        int to = from + count;
        int at = from;
        while (at < to) {
            if (decodedStart == decodedEnd) {
                decode();
            }
            int length = Math.min(decodedEnd - decodedStart, to - at);
            System.arraycopy(decoded, decodedStart, samples, at, length);
            decodedStart += length;
            at += length;
        }
    }

    private void decode() {
        decodedStart = 0;
        decodedEnd = 0;
        long wanted = Math.min(left, TABLE_LENGTH);
        while (decodedEnd < wanted) {
            int code = nextCode();
            if (code == clear) {
                clear();
            } else if (code == clear + 1) {
                blocks.readOn();
            } else {
                define(code);
                write(code);
                previous = code;
            }
        }
        left -= decodedEnd;
    }

    private int nextCode() {
        if (bitCount < codeLength) {
            readBits();
        }
        int code = (int) bits & (1 << codeLength) - 1;
        bits >>>= codeLength;
        bitCount -= codeLength;
        return code;
    }

    /** Reads all that fits of a block at once, but begins another only if need be. */
    private void readBits() {
        do {
            bits |= (long) blocks.nextByte() << bitCount;
            bitCount += Byte.SIZE;
        } while (bitCount < codeLength || bitCount <= Long.SIZE - 2 * Byte.SIZE && blocks.isWithinBlock());
    }

    /** Adds the previous string with the first sample of what follows it, which may be the very string that is added. */
    private void define(int code) {
        boolean isNext = code == next;
        if (previous == NO_CODE ? code > clear : code > next || isNext && previous >= TABLE_LENGTH) {
            throw new MalformedImageException("code " + code + " of " + next);
        }
        if (previous == NO_CODE || next >= TABLE_LENGTH && !isNext) {
            return;
        }
        int length = lengths[previous];
        int inGroup = length % GROUP;
        long sample = firstSamples[isNext ? previous : code] & 0xff;
        lastSamples[next] = inGroup == 0 ? sample : lastSamples[previous] | sample << Byte.SIZE * inGroup;
        prefixes[next] = inGroup == 0 ? (short) previous : prefixes[previous];
        firstSamples[next] = firstSamples[previous];
        lengths[next] = (short) (length + 1);
        if (next < TABLE_LENGTH) {
            if (next == (1 << codeLength) - 1 && codeLength < MAX_BITS) {
                codeLength++;
            }
            next++;
        }
    }

    private void write(int code) {
        int length = lengths[code];
        int from = decodedEnd + (length - 1) / GROUP * GROUP;
        GROUPS.set(decoded, from, lastSamples[code]);
        int prefix = code;
        while (from > decodedEnd) {
            prefix = prefixes[prefix];
            from -= GROUP;
            GROUPS.set(decoded, from, lastSamples[prefix]);
        }
        decodedEnd += length;
    }
}
