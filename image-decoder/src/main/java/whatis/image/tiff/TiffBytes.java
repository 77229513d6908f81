package whatis.image.tiff;

import whatis.image.raster.MalformedImageException;

/**
 * A file whose numbers have the byte order that its first bytes tell.
 *
 * @param file the whole file
 * @param littleEndian whether the lowest byte of a number comes first
 */
record TiffBytes(byte[] file, boolean littleEndian) {

    static TiffBytes of(byte[] file) {
        return new TiffBytes(file, file[0] == 'I');
    }

    /** Tells whether so many bytes at a position lie within the file. */
    boolean contains(long position, long length) {
        return position >= 0 && length >= 0 && position <= file.length && length <= file.length - position;
    }

    int unsignedShort(long position) {
        return (int) unsigned(position, Short.BYTES);
    }

    long unsignedInt(long position) {
        return unsigned(position, Integer.BYTES);
    }

    /**
     * Reads a number of 1 to 8 bytes; of those of 8 bytes the largest come out negative.
     *
     * @throws MalformedImageException if it lies outside the file
     */
    long unsigned(long position, int bytes) {
        if (!contains(position, bytes)) {
            throw new MalformedImageException("the file ends before byte " + position);
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            int at = (int) position + (littleEndian ? bytes - 1 - i : i);
            number = number << Byte.SIZE | file[at] & 0xff;
        }
        return number;
    }
}
