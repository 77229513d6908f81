package whatis.image.tiff;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import whatis.image.metadata.XmpOrientation;
import whatis.image.raster.MalformedImageException;

/** The fields of the first directory of a file, whose values stay in the file until they are asked for. */
final class Directory {

    private static final int BIG_TIFF = 43;
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int LONG8 = 16;

    /** The bytes of a value of each type from 0 on; 0 where there is no such type. */
    private static final int[] TYPE_LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8};

    /** The types whose values are whole numbers, as bits. */
    private static final int WHOLE_NUMBERS =
            1 << BYTE | 1 << SHORT | 1 << 4 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 13 | 1 << LONG8;

    private record Field(int type, long count, long position) {}

    private final TiffBytes bytes;
    private final Map<Tag, Field> fields = new EnumMap<>(Tag.class);

    private Directory(TiffBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads up to the first field that is cut short or lies outside the file, as Pillow does. Of fields with the same tag
     * the first counts.
     *
     * @throws MalformedImageException if there is no directory
     */
    static Directory first(TiffBytes bytes) {
        boolean big = bytes.unsignedShort(2) == BIG_TIFF;
        long position = big ? bytes.unsigned(8, Long.BYTES) : bytes.unsignedInt(4);
        if (position == 0) {
            throw new MalformedImageException("there is no directory");
        }
        Directory directory = new Directory(bytes);
        int offsetLength = big ? Long.BYTES : Integer.BYTES;
        int countLength = big ? Long.BYTES : Short.BYTES;
        int entryLength = 2 * Short.BYTES + 2 * offsetLength;
        long count = bytes.unsigned(position, countLength);
        long outside = 0;
        long entry = position + countLength;
        for (long i = 0; i != count && bytes.contains(entry, entryLength); i++) {
            int type = bytes.unsignedShort(entry + 2);
            long values = bytes.unsigned(entry + 4, offsetLength);
            int valueLength = type < TYPE_LENGTHS.length ? TYPE_LENGTHS[type] : 0;
            long length = values * valueLength;
            long at = entry + 4 + offsetLength;
            if (values < 0 || values > bytes.file().length) {
                length = valueLength == 0 ? 0 : Integer.MAX_VALUE;
            }
            if (length > offsetLength) {
                at = bytes.unsigned(at, offsetLength);
                outside += length;
                if (outside > bytes.file().length) {
                    length = 0;
                } else if (!bytes.contains(at, length)) {
                    break;
                }
            }
            if (length > 0) {
                directory.add(bytes.unsignedShort(entry), new Field(type, values, at));
            }
            entry += entryLength;
        }
        return directory;
    }

    private void add(int code, Field field) {
        Tag tag = Tag.of(code);
        if (tag != null) {
            fields.putIfAbsent(tag, field);
        }
    }

    boolean has(Tag tag) {
        return fields.containsKey(tag);
    }

    /** Returns how many whole numbers a field has; 0 where there is no such field. */
    long count(Tag tag) {
        Field field = fields.get(tag);
        return field == null || (1 << field.type & WHOLE_NUMBERS) == 0 ? 0 : field.count;
    }

    /** Returns a field's whole number; those above the largest long come out negative. */
    long value(Tag tag, long index) {
        Field field = fields.get(tag);
        if (field == null || index >= field.count) {
            throw new MalformedImageException("there is no number " + index + " in the field " + tag);
        }
        int length = TYPE_LENGTHS[field.type];
        return bytes.unsigned(field.position + index * length, length);
    }

    /** Returns a field's first whole number, or a default. */
    long number(Tag tag, int otherwise) {
        return count(tag) == 0 ? otherwise : value(tag, 0);
    }

    /**
     * Returns a field's first whole number as an int.
     *
     * @throws MalformedImageException if it isn't one
     */
    int smallNumber(Tag tag, int otherwise) {
        long number = number(tag, otherwise);
        if (number != (int) number) {
            throw new MalformedImageException("the field " + tag + " is " + Long.toUnsignedString(number));
        }
        return (int) number;
    }

    /** Returns a field's rationals; the defaults where there aren't as many. */
    float[] rationals(Tag tag, float... otherwise) {
        Field field = fields.get(tag);
        if (field == null || field.type != RATIONAL || field.count < otherwise.length) {
            return otherwise;
        }
        float[] rationals = new float[otherwise.length];
        for (int i = 0; i < rationals.length; i++) {
            long at = field.position + (long) i * 2 * Integer.BYTES;
            long denominator = bytes.unsignedInt(at + Integer.BYTES);
            rationals[i] = denominator == 0 ? 0 : (float) ((double) bytes.unsignedInt(at) / denominator);
        }
        return rationals;
    }

    /** Returns a copy of a field of bytes; null where there is none. */
    byte @Nullable [] bytes(Tag tag) {
        Field field = fields.get(tag);
        if (field == null || TYPE_LENGTHS[field.type] != 1) {
            return null;
        }
        byte[] copy = new byte[(int) field.count];
        System.arraycopy(bytes.file(), (int) field.position, copy, 0, copy.length);
        return copy;
    }

    /** Returns the value of the field for the orientation; where there is none, what XMP says. */
    OptionalInt orientation() {
        Field xmp = fields.get(Tag.XMP);
        if (count(Tag.ORIENTATION) > 0) {
            return OptionalInt.of((int) value(Tag.ORIENTATION, 0));
        }
        return xmp != null && (xmp.type == BYTE || xmp.type == UNDEFINED)
                ? XmpOrientation.read(bytes.file(), (int) xmp.position, (int) (xmp.position + xmp.count))
                : OptionalInt.empty();
    }
}
