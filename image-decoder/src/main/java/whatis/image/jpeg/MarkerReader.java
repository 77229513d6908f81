package whatis.image.jpeg;

import whatis.image.raster.MalformedImageException;

/** Walks from marker to marker, and skips what lies between them as libjpeg does. */
final class MarkerReader {

    private final byte[] file;
    private int position;
    private int end;

    MarkerReader(byte[] file) {
        this.file = file;
        this.end = file.length;
    }

    int position() {
        return position;
    }

    void moveTo(int position) {
        this.position = position;
    }

    /** Takes the file for no longer than this. */
    void endAt(int end) {
        this.end = Math.min(file.length, end);
    }

    /** Returns the second byte of the next marker and moves behind it; {@link Marker#NONE} at the end of the file. */
    int next() {
        while (true) {
            while (position < end && file[position] != -1) {
                position++;
            }
            while (position < end && file[position] == -1) {
                position++;
            }
            if (position >= end) {
                return Marker.NONE;
            }
            int code = file[position++] & 0xff;
            if (code != 0) {
                return code;
            }
        }
    }

    /** Tells whether the segment whose length comes next is there as a whole. */
    boolean hasSegment() {
        return end - position >= Short.BYTES && new Bytes(file, position, end).unsignedShort() <= end - position;
    }

    /** Returns the content of the segment whose length comes next, and moves behind it. */
    Bytes segment() {
        int start = position + Short.BYTES;
        int length = new Bytes(file, position, end).unsignedShort();
        if (length < Short.BYTES) {
            throw new MalformedImageException("a segment has the length " + length + ", at byte " + position);
        }
        if (!hasSegment()) {
            throw new MalformedImageException("the file ends within a segment that begins at byte " + position);
        }
        position += length;
        return new Bytes(file, start, position);
    }

    /** Does the same for a segment that need not be read; one that is too short to hold its length is taken for empty. */
    Bytes optionalSegment() {
        int start = position + Short.BYTES;
        if (new Bytes(file, position, end).unsignedShort() >= Short.BYTES) {
            return segment();
        }
        position = start;
        return new Bytes(file, start, start);
    }
}
