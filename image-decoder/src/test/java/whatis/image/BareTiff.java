package whatis.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF files field by field; values are longs of 32 bits, of 64 in BigTIFF. */
public final class BareTiff {

    public static final int WIDTH = 256;
    public static final int LENGTH = 257;
    public static final int BITS = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC = 262;
    public static final int STRIP_OFFSETS = 273;
    public static final int SAMPLES = 277;
    public static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_BYTE_COUNTS = 279;
    public static final int PLANAR = 284;
    public static final int TILE_WIDTH = 322;
    public static final int TILE_LENGTH = 323;
    public static final int TILE_OFFSETS = 324;
    public static final int TILE_BYTE_COUNTS = 325;

    private final boolean big;
    private final ByteOrder order;
    private final Map<Integer, long[]> fields = new TreeMap<>();
    private byte[] data = {};

    private BareTiff(boolean big, ByteOrder order) {
        this.big = big;
        this.order = order;
    }

    public static BareTiff classic(ByteOrder order) {
        return new BareTiff(false, order);
    }

    public static BareTiff big(ByteOrder order) {
        return new BareTiff(true, order);
    }

    /** Returns a grey picture of eight bits a sample, without its pixels yet. */
    public static BareTiff grey(int width, int height) {
        return classic(ByteOrder.LITTLE_ENDIAN)
                .field(WIDTH, width)
                .field(LENGTH, height)
                .field(BITS, 8)
                .field(PHOTOMETRIC, 1);
    }

    /** Returns where the data of {@link #data} begin in the file. */
    public int dataOffset() {
        return big ? 16 : 8;
    }

    public BareTiff field(int tag, long... values) {
        fields.put(tag, values);
        return this;
    }

    /** Puts bytes behind the header. */
    public BareTiff data(int... values) {
        data = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            data[i] = (byte) values[i];
        }
        return this;
    }

    /** Puts the bytes of the only strip behind the header. */
    public BareTiff strip(int... values) {
        return data(values).field(STRIP_OFFSETS, dataOffset()).field(STRIP_BYTE_COUNTS, values.length);
    }

    public byte[] end() {
        int number = big ? Long.BYTES : Integer.BYTES;
        int directory = dataOffset() + data.length;
        int values = directory + (big ? 16 : 6) + fields.size() * (4 + 2 * number);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream outside = new ByteArrayOutputStream();
        int mark = order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d;
        write(file, mark, 2);
        write(file, big ? 43 : 42, 2);
        if (big) {
            write(file, 8, 2);
            write(file, 0, 2);
        }
        write(file, directory, number);
        file.writeBytes(data);
        write(file, fields.size(), big ? Long.BYTES : Short.BYTES);
        fields.forEach((tag, content) -> {
            write(file, tag, 2);
            write(file, big ? 16 : 4, 2);
            write(file, content.length, number);
            if (content.length == 1) {
                write(file, content[0], number);
            } else {
                write(file, values + outside.size(), number);
                for (long value : content) {
                    write(outside, value, number);
                }
            }
        });
        write(file, 0, number);
        file.writeBytes(outside.toByteArray());
        return file.toByteArray();
    }

    private void write(ByteArrayOutputStream target, long value, int length) {
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES).order(order).putLong(value).array();
        target.write(bytes, order == ByteOrder.LITTLE_ENDIAN ? 0 : Long.BYTES - length, length);
    }
}
