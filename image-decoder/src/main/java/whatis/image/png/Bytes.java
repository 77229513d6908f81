package whatis.image.png;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Bytes [from, to) of an array, which is not copied. */
record Bytes(byte[] array, int from, int to) {

    static final Bytes NONE = new Bytes(new byte[0], 0, 0);

    private static final int PIECE_LENGTH = 1 << 13;

    int length() {
        return to - from;
    }

    byte at(int offset) {
        return array[from + offset];
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, from, to);
    }

    boolean beginsWith(byte[] expected) {
        return length() >= expected.length
                && Arrays.equals(array, from, from + expected.length, expected, 0, expected.length);
    }

    /** Returns what follows so many bytes; nothing if there are no more. */
    Bytes skip(int count) {
        return new Bytes(array, Math.min(from + count, to), to);
    }

    /** Returns what follows the first zero; nothing if there is none. */
    Bytes afterZero() {
        int position = from;
        while (position < to && array[position] != 0) {
            position++;
        }
        return new Bytes(array, Math.min(position + 1, to), to);
    }

    /** Returns the bytes inflated: hardly more than so many of them, and nothing if they are damaged. */
    Bytes inflated(int enough) {
        ByteArrayOutputStream inflated = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE_LENGTH];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(array, from, length());
            int length = inflater.inflate(piece);
            while (length > 0 && inflated.size() < enough) {
                inflated.write(piece, 0, length);
                length = inflater.inflate(piece);
            }
        } catch (DataFormatException damage) {
            return NONE;
        } finally {
            inflater.end();
        }
        return new Bytes(inflated.toByteArray(), 0, inflated.size());
    }
}
