package whatis.image.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.MalformedImageException;

/**
 * Undoes LZW, section 13 of TIFF 6.0, and its older form, which begins bytes with the lowest bit and lengthens codes one
 * code later. The first segment tells which one a picture has. Tolerates what libtiff does: a table that is filled up
 * beyond its 4096 codes, and a last string that is longer than the segment.
 */
final class Lzw implements Decompressor {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BITS_AT_ONCE = 48;

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int SHORTEST_CODE = 9;
    private static final int LONGEST_CODE = 12;

    /** How far libtiff lets the table grow where no code clears it. */
    private static final int TABLE_LENGTH = (1 << LONGEST_CODE) - 1 + 1024;

    private static final int LAST_SHIFT = 16;
    private static final int FIRST_SHIFT = 24;
    private static final int PREFIX_MASK = (1 << LAST_SHIFT) - 1;

    private static final int STEPS_PER_CODE = 6;

    private final DecodeBudget budget;

    /** For each code the code of its string but for the last byte, in bits 0 to 15, that last byte, and the first one. */
    private final int[] table = new int[TABLE_LENGTH];

    private final short[] lengths = new short[TABLE_LENGTH];

    /** The end of a string that didn't fit into its row. */
    private final byte[] overhang = new byte[TABLE_LENGTH];

    private int overhangFrom;
    private int overhangTo;

    private boolean begun;
    private boolean lowestBitFirst;
    private byte[] data = {};
    private int position;
    private int end;
    private long bits;
    private int available;
    private int codeLength;
    private int lastShortCode;

    /** Where the next string goes; beyond the table where only {@link #CLEAR} may follow. */
    private int free;

    private int previous;

    Lzw(DecodeBudget budget) {
        this.budget = budget;
        for (int code = 0; code < CLEAR; code++) {
            table[code] = code << FIRST_SHIFT | code << LAST_SHIFT;
            lengths[code] = 1;
        }
    }

    @Override
    public void begin(byte[] data, int from, int to) {
        this.data = data;
        this.position = from;
        this.end = to;
        this.bits = 0;
        this.available = 0;
        this.overhangFrom = 0;
        this.overhangTo = 0;
        if (!begun) {
            begun = true;
            lowestBitFirst = to - from >= 2 && data[from] == 0 && (data[from + 1] & 1) == 1;
        }
        clear();
        this.free = TABLE_LENGTH;
    }

    private void clear() {
        free = FIRST;
        setCodeLength(SHORTEST_CODE);
    }

    private void setCodeLength(int length) {
        codeLength = length;
        lastShortCode = (1 << length) - (lowestBitFirst ? 1 : 2);
    }

    @Override
    public void read(byte[] row, int length) {
        int out = Math.min(length, overhangTo - overhangFrom);
        System.arraycopy(overhang, overhangFrom, row, 0, out);
        overhangFrom += out;
        long codes = 0;
        while (out < length) {
            int code = next();
            codes++;
            if (code < CLEAR && free < TABLE_LENGTH) {
                add(code << LAST_SHIFT);
                previous = code;
                row[out++] = (byte) code;
            } else if (code == CLEAR) {
                codes += skipClears();
                row[out++] = (byte) previous;
            } else {
                string(code);
                out = copy(row, out, length);
            }
        }
        budget.work(STEPS_PER_CODE * codes + length);
    }

    /** Clears the table and reads the byte that follows. */
    private long skipClears() {
        clear();
        long clears = 0;
        int code;
        do {
            code = next();
            clears++;
        } while (code == CLEAR);
        if (code > CLEAR) {
            throw new MalformedImageException("a code follows a cleared table that it doesn't have");
        }
        previous = code;
        return clears;
    }

    /** Adds a string to the table, and makes that of a code the previous one. */
    private void string(int code) {
        if (code == END || code > free || free >= TABLE_LENGTH) {
            throw new MalformedImageException("there is a code that the table doesn't have, or the end");
        }
        add(table[code == free ? previous : code] >>> FIRST_SHIFT << LAST_SHIFT);
        previous = code;
    }

    /** Adds the previous string with another byte behind it. */
    private void add(int last) {
        table[free] = table[previous] & 0xff << FIRST_SHIFT | last | previous;
        lengths[free] = (short) (lengths[previous] + 1);
        free++;
        if (free > lastShortCode) {
            setCodeLength(Math.min(codeLength + 1, LONGEST_CODE));
        }
    }

    /** Copies the previous string. */
    private int copy(byte[] row, int from, int limit) {
        int length = lengths[previous];
        int to = from + length;
        if (to > limit) {
            write(previous, overhang, length);
            int fits = limit - from;
            System.arraycopy(overhang, 0, row, from, fits);
            overhangFrom = fits;
            overhangTo = length;
            return limit;
        }
        write(previous, row, to);
        return to;
    }

    private void write(int code, byte[] target, int to) {
        int at = to - 1;
        int entry = table[code];
        target[at] = (byte) (entry >> LAST_SHIFT);
        int rest = entry & PREFIX_MASK;
        while (rest >= FIRST) {
            entry = table[rest];
            at--;
            target[at] = (byte) (entry >> LAST_SHIFT);
            rest = entry & PREFIX_MASK;
        }
        target[at - 1] = (byte) rest;
    }

    private int next() {
        if (available < codeLength) {
            refill();
        }
        available -= codeLength;
        int mask = (1 << codeLength) - 1;
        if (lowestBitFirst) {
            int code = (int) bits & mask;
            bits >>>= codeLength;
            return code;
        }
        return (int) (bits >>> available) & mask;
    }

    private void refill() {
        if (!lowestBitFirst && end - position >= Long.BYTES) {
            bits = bits << BITS_AT_ONCE | (long) LONG.get(data, position) >>> Long.SIZE - BITS_AT_ONCE;
            position += BITS_AT_ONCE / Byte.SIZE;
            available += BITS_AT_ONCE;
            return;
        }
        while (available < codeLength) {
            if (position >= end) {
                throw new MalformedImageException("a segment's codes end too early");
            }
            long next = data[position++] & 0xff;
            bits = lowestBitFirst ? bits | next << available : bits << Byte.SIZE | next;
            available += Byte.SIZE;
        }
    }
}
