package whatis.image.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;

/** Reads one number out of EXIF data, or out of a TIFF file, which is built alike; all else stays unread. */
public final class ExifOrientation {

    private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TAG_ORIENTATION = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int TYPE_LONG = 4;
    private static final int ENTRY_LENGTH = 12;

    private ExifOrientation() {}

    /** Tells whether the EXIF data there begin with the prefix that JPEG prescribes and others use at times. */
    public static boolean hasPrefix(byte[] bytes, int from, int to) {
        return to - from >= PREFIX.length && Arrays.equals(bytes, from, from + PREFIX.length, PREFIX, 0, PREFIX.length);
    }

    /**
     * Reads the orientation in bytes [from, to).
     *
     * @return any number, or nothing where there is none or all is broken
     */
    public static OptionalInt read(byte[] bytes, int from, int to) {
        int start = from;
        for (int prefixes = 0; prefixes < 2 && hasPrefix(bytes, start, to); prefixes++) {
            start += PREFIX.length;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start, to - start).slice();
        if (tiff.limit() < 8) {
            return OptionalInt.empty();
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.limit() - 2) {
            return OptionalInt.empty();
        }
        int end = Math.min(tiff.limit(), directory + 2 + ENTRY_LENGTH * Short.toUnsignedInt(tiff.getShort(directory)));
        for (int entry = directory + 2; entry + ENTRY_LENGTH <= end; entry += ENTRY_LENGTH) {
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG_ORIENTATION && tiff.getInt(entry + 4) == 1) {
                return switch (tiff.getShort(entry + 2)) {
                    case TYPE_SHORT -> OptionalInt.of(Short.toUnsignedInt(tiff.getShort(entry + 8)));
                    case TYPE_LONG -> OptionalInt.of(tiff.getInt(entry + 8));
                    default -> OptionalInt.empty();
                };
            }
        }
        return OptionalInt.empty();
    }
}
