package whatis.image.bmp;

import whatis.image.raster.MalformedImageException;

/** Reads unsigned little-endian numbers from anywhere in a file. */
record LittleEndian(byte[] file) {

    int unsignedByte(long position) {
        if (position >= file.length) {
            throw new MalformedImageException("the header is cut short");
        }
        return file[(int) position] & 0xff;
    }

    int unsignedShort(long position) {
        return unsignedByte(position) | unsignedByte(position + 1) << 8;
    }

    long unsignedInt(long position) {
        return unsignedShort(position) | (long) unsignedShort(position + 2) << 16;
    }
}
