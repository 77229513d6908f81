package whatis.image.jpeg;

import whatis.image.raster.MalformedImageException;

/** Walks from marker to marker, and skips what lies between them as libjpeg does. */
final class MarkerReader {

    private final byte[] file;
    private int position;

    MarkerReader(byte[] file) {
        this.file = file;
    }

    int position() {
        return position;
    }

    void moveTo(int position) {
        this.position = position;
    }

    /** Returns the second byte of the next marker and moves behind it; {@link Marker#NONE} at the end of the file. */
    int next() {
        while (true) {
            while (position < file.length && file[position] != -1) {
                position++;
            }
            while (position < file.length && file[position] == -1) {
                position++;
            }
            if (position >= file.length) {
                return Marker.NONE;
            }
            int code = file[position++] & 0xff;
            if (code != 0) {
                return code;
            }
        }
    }

    /** Returns the content of the segment whose length comes next, and moves behind it. */
    Bytes segment() {
        Bytes rest = new Bytes(file, position, file.length);
        int length = rest.unsignedShort();
        if (length < 2) {
            throw new MalformedImageException("a segment has the length " + length + ", at byte " + position);
        }
        if (length - 2 > rest.remaining()) {
            throw new MalformedImageException("the file ends within a segment that begins at byte " + position);
        }
        position += length;
        return new Bytes(file, rest.position(), position);
    }
}
