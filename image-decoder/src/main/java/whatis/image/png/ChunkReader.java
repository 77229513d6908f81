package whatis.image.png;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import whatis.image.raster.MalformedImageException;

/** Walks from chunk to chunk: a length, a type, so many bytes and a checksum each. */
final class ChunkReader {

    private static final int HEADER_LENGTH = 8;
    private static final int TYPE_LENGTH = 4;
    private static final int CHECKSUM_LENGTH = 4;

    private final byte[] file;
    private final ByteBuffer numbers;
    private final CRC32 checksum = new CRC32();
    private long next;
    private int type;
    private int start;
    private long length;

    /** @param position where the first chunk begins that is read */
    ChunkReader(byte[] file, int position) {
        this.file = file;
        this.numbers = ByteBuffer.wrap(file);
        this.next = position;
    }

    /** Moves to the next chunk; returns false where the file ends or goes on with something else. */
    boolean next() {
        if (next > file.length - HEADER_LENGTH) {
            return false;
        }
        int position = (int) next;
        type = numbers.getInt(position + TYPE_LENGTH);
        start = position + HEADER_LENGTH;
        length = Integer.toUnsignedLong(numbers.getInt(position));
        next = start + length + CHECKSUM_LENGTH;
        return isWord(type);
    }

    /** Pillow allows more than letters. */
    private static boolean isWord(int type) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int letter = type >> shift & 0xff;
            boolean isWord = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || letter == '_';
            if (!isWord) {
                return false;
            }
        }
        return true;
    }

    int type() {
        return type;
    }

    /** Returns where the chunk begins. */
    int position() {
        return start - HEADER_LENGTH;
    }

    /** Returns where the data begin. */
    int start() {
        return start;
    }

    /** Returns the data. */
    Bytes data() {
        checkWhole();
        return new Bytes(file, start, start + (int) length);
    }

    /** Returns how many bytes of data the chunk declares, there or not. */
    long length() {
        return length;
    }

    /** Tells whether the file has all data of the chunk. */
    boolean isWhole() {
        return start + length <= file.length;
    }

    /** Refuses a chunk whose data aren't all there. */
    void checkWhole() {
        if (!isWhole()) {
            throw new MalformedImageException("the file ends within a chunk that begins at byte " + position());
        }
    }

    /** Refuses a chunk that declares less data. */
    void checkLength(int minimum) {
        if (length < minimum) {
            throw new MalformedImageException("a chunk is too short, at byte " + position());
        }
    }

    /** Refuses a chunk, whose data are there, with a wrong checksum or none. */
    void checkChecksum() {
        checksum.reset();
        checksum.update(file, start - TYPE_LENGTH, TYPE_LENGTH + (int) length);
        if (next > file.length || (int) checksum.getValue() != numbers.getInt(start + (int) length)) {
            throw new MalformedImageException("the checksum of a chunk is wrong, at byte " + position());
        }
    }

    /** Returns a byte of the data. */
    int byteAt(int offset) {
        checkHas(offset + 1);
        return file[start + offset] & 0xff;
    }

    /** Returns four bytes of the data as a number. */
    int intAt(int offset) {
        checkHas(offset + Integer.BYTES);
        return numbers.getInt(start + offset);
    }

    private void checkHas(int bytes) {
        checkLength(bytes);
        if (start + bytes > file.length) {
            checkWhole();
        }
    }
}
