package whatis.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes BMP files with a header of 40 bytes, whose pixels follow at once. */
public final class BareBmp {

    private static final int HEADERS_LENGTH = 54;

    private BareBmp() {}

    /**
     * Returns a file.
     *
     * @param height less than zero if the first row is the top one
     * @param compression the header's number
     * @param colors how many colours the header declares
     * @param rest palette and pixels
     */
    public static byte[] of(int width, int height, int bits, int compression, int colors, int... rest) {
        ByteBuffer file = ByteBuffer.allocate(HEADERS_LENGTH + rest.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(HEADERS_LENGTH + 4 * colors);
        file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        file.putInt(compression).putInt(0).putInt(0).putInt(0).putInt(colors).putInt(0);
        for (int value : rest) {
            file.put((byte) value);
        }
        return file.array();
    }
}
