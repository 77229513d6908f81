package whatis.image.tiff;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whatis.image.metadata.XmpOrientation;
import whatis.image.raster.MalformedImageException;

/** The fields of the first directory of a file, whose values stay in the file until they are asked for. */
final class Directory {

    private static final int BIG_TIFF = 43;
    private static final int BYTE = 1;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    /** The bytes of a value of each type from 0 on; 0 where there is no such type. */
    private static final int[] TYPE_LENGTHS = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8};

    /** The types of whole numbers: bytes, shorts, longs, the same with a sign, offsets, and longs of eight bytes. */
    private static final Set<Integer> WHOLE_NUMBERS = Set.of(BYTE, 3, 4, 6, 8, 9, 13, 16);

    private record Field(int type, long count, long position) {}

    private final TiffBytes bytes;
    private final int offsetLength;
    private final Map<Tag, Field> fields = new EnumMap<>(Tag.class);

    /** How many bytes values take that don't fit into the directory. */
    private long outside;

    /** How many bytes header, directory and values take. */
    private long length;

    private boolean complete;
    private boolean readThrough;

    private Directory(TiffBytes bytes, int offsetLength) {
        this.bytes = bytes;
        this.offsetLength = offsetLength;
    }

    /**
     * Reads up to the first field that is cut short or lies outside the file, as Pillow does. Of fields with the same tag
     * the first counts.
     *
     * @throws MalformedImageException if there is no directory
     */
    static Directory first(TiffBytes bytes) {
        boolean big = bytes.unsignedShort(2) == BIG_TIFF;
        Directory directory = new Directory(bytes, big ? Long.BYTES : Integer.BYTES);
        directory.read(big ? 16 : 8, big ? Long.BYTES : Short.BYTES);
        return directory;
    }

    private void read(int headerLength, int countLength) {
        long position = bytes.unsigned(headerLength - offsetLength, offsetLength);
        if (position == 0) {
            throw new MalformedImageException("there is no directory");
        }
        long count = bytes.unsigned(position, countLength);
        int entryLength = 2 * Short.BYTES + 2 * offsetLength;
        long entry = position + countLength;
        long read = 0;
        while (read != count && bytes.contains(entry, entryLength) && add(entry)) {
            entry += entryLength;
            read++;
        }
        readThrough = read == count;
        complete = count >= 0
                && count <= bytes.file().length
                && bytes.contains(position + countLength, count * entryLength);
        length = headerLength + countLength + read * entryLength + offsetLength + outside;
    }

    /** Adds a field; tells whether to read on. */
    private boolean add(long entry) {
        int type = bytes.unsignedShort(entry + Short.BYTES);
        int valueLength = type < TYPE_LENGTHS.length ? TYPE_LENGTHS[type] : 0;
        long count = bytes.unsigned(entry + 2 * Short.BYTES, offsetLength);
        if (valueLength == 0 || count == 0) {
            return true;
        }
        long position = entry + 2 * Short.BYTES + offsetLength;
        boolean countable = count > 0 && count <= bytes.file().length;
        long valuesLength = countable ? count * valueLength : bytes.file().length;
        if (valuesLength > offsetLength) {
            position = bytes.unsigned(position, offsetLength);
            outside += valuesLength;
            if (outside >= bytes.file().length) {
                return true;
            }
            if (!bytes.contains(position, valuesLength)) {
                return false;
            }
        }
        Tag tag = Tag.of(bytes.unsignedShort(entry));
        if (tag != null) {
            fields.putIfAbsent(tag, new Field(type, count, position));
        }
        return true;
    }

    /** Tells whether all fields lie within the file, though not their values. */
    boolean isComplete() {
        return complete;
    }

    /** Tells whether no field was left out because the file ends too early. */
    boolean isReadThrough() {
        return readThrough;
    }

    /** Returns how many bytes header, directory and values take. */
    long length() {
        return length;
    }

    boolean has(Tag tag) {
        return fields.containsKey(tag);
    }

    /** Returns how many whole numbers a field has; 0 where there is no such field. */
    long count(Tag tag) {
        Field field = fields.get(tag);
        return field == null || !WHOLE_NUMBERS.contains(field.type) ? 0 : field.count;
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
