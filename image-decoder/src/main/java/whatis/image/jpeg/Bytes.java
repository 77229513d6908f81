package whatis.image.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import whatis.image.raster.MalformedImageException;

/** Reads big-endian numbers from a part of the file, in order. */
final class Bytes {

    private final byte[] file;
    private final int end;
    private int position;

    Bytes(byte[] file, int position, int end) {
        this.file = file;
        this.position = position;
        this.end = end;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    int remaining() {
        return end - position;
    }

    int unsignedByte() {
        if (position >= end) {
            throw new MalformedImageException("a segment ends too early, at byte " + position);
        }
        return file[position++] & 0xff;
    }

    int unsignedShort() {
        return unsignedByte() << 8 | unsignedByte();
    }

    /** Tells whether what is left begins with these ISO 8859-1 characters. */
    boolean beginsWith(String expected) {
        byte[] bytes = expected.getBytes(StandardCharsets.ISO_8859_1);
        return remaining() >= bytes.length
                && Arrays.equals(file, position, position + bytes.length, bytes, 0, bytes.length);
    }

    /** Returns a byte that lies so many bytes ahead. */
    int peek(int ahead) {
        return file[position + ahead] & 0xff;
    }
}
