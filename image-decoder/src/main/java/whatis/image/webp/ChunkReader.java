package whatis.image.webp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import whatis.image.raster.MalformedImageException;

/** Walks from chunk to chunk of a RIFF file, to the end that its header tells; what lies behind does not count. */
final class ChunkReader {

    static final int ALPH = type("ALPH");
    static final int ANIM = type("ANIM");
    static final int ANMF = type("ANMF");
    static final int EXIF = type("EXIF");
    static final int VP8 = type("VP8 ");
    static final int VP8L = type("VP8L");
    static final int VP8X = type("VP8X");
    static final int XMP = type("XMP ");

    private static final int HEADER_LENGTH = 8;
    private static final int RIFF_HEADER_LENGTH = 12;

    private final ByteBuffer file;
    private final int end;
    private int position = RIFF_HEADER_LENGTH;

    /** @throws MalformedImageException if the file is shorter than its header tells */
    ChunkReader(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < RIFF_HEADER_LENGTH + HEADER_LENGTH
                ? 0
                : HEADER_LENGTH + Integer.toUnsignedLong(this.file.getInt(4));
        if (length < RIFF_HEADER_LENGTH + HEADER_LENGTH || length > file.length) {
            throw new MalformedImageException("the file does not have the length that its header tells");
        }
        this.end = (int) length;
    }

    private static int type(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }

    /** Tells whether there is another chunk. */
    boolean hasChunk() {
        return position != end;
    }

    /** Returns where the next chunk begins. */
    int position() {
        return position;
    }

    /** Returns the type of the chunk that comes next, and makes sure that all of it is there. */
    int type() {
        if (end - position < HEADER_LENGTH || paddedLength() > end - from()) {
            throw new MalformedImageException("the chunk at byte " + position + " is cut short");
        }
        return file.getInt(position);
    }

    /** Returns where the content of the chunk begins. */
    int from() {
        return position + HEADER_LENGTH;
    }

    /** Returns where the content of the chunk ends. */
    int to() {
        return from() + file.getInt(position + Integer.BYTES);
    }

    /** Returns where the chunk ends, with the byte that makes an odd length even. */
    int paddedTo() {
        return from() + (int) paddedLength();
    }

    private long paddedLength() {
        long length = Integer.toUnsignedLong(file.getInt(position + Integer.BYTES));
        return length + (length & 1);
    }

    /** Moves behind the chunk. */
    void skip() {
        moveTo(paddedTo());
    }

    /** Moves to a chunk within this one, or behind it; whatever is there must be a chunk. */
    void moveTo(int position) {
        this.position = position;
        if (position != end && end - position < HEADER_LENGTH) {
            throw new MalformedImageException("the chunk at byte " + position + " is cut short");
        }
    }

    int unsignedByte(int at) {
        return file.get(at) & 0xff;
    }

    /** Reads a number of three bytes. */
    int number24(int at) {
        return file.getShort(at) & 0xffff | unsignedByte(at + 2) << 16;
    }
}
