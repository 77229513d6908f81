package whatis.classification.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads one number out of EXIF data, or out of a TIFF file, which is built alike; all else stays unread. */
final class ExifOrientation {

    private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TAG_ORIENTATION = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int TYPE_LONG = 4;
    private static final int ENTRY_LENGTH = 12;

    private ExifOrientation() {}

    /** Tells whether the EXIF data there begin with the prefix that JPEG prescribes and others use at times. */
    static boolean hasPrefix(byte[] bytes, int from, int to) {
        return to - from >= PREFIX.length && Arrays.equals(bytes, from, from + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    /** Returns the orientation in bytes [from, to); {@link Orientation#NORMAL} where there is none or all is broken. */
    static Orientation read(byte[] bytes, int from, int to) {
        int start = hasPrefix(bytes, from, to) ? from + PREFIX.length : from;
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start, to - start).slice();
        if (tiff.limit() < 8) {
            return Orientation.NORMAL;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return Orientation.NORMAL;
        }
        int end = Math.min(tiff.limit(), directory + 2 + ENTRY_LENGTH * Short.toUnsignedInt(tiff.getShort(directory)));
        for (int entry = directory + 2; entry + ENTRY_LENGTH <= end; entry += ENTRY_LENGTH) {
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG_ORIENTATION && tiff.getInt(entry + 4) == 1) {
                return switch (tiff.getShort(entry + 2)) {
                    case TYPE_SHORT -> Orientation.ofExif(tiff.getShort(entry + 8));
                    case TYPE_LONG -> Orientation.ofExif(tiff.getInt(entry + 8));
                    default -> Orientation.NORMAL;
                };
            }
        }
        return Orientation.NORMAL;
    }
}
