package whatis.experiment.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import whatis.image.raster.RgbImage;

/**
 * Writes PNG files: eight bits of red, green and blue, each row as differences from the row above.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG Specification</a>
 */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 8;
    private static final byte RGB = 2;
    private static final byte UP = 2;

    private Png() {}

    /** Returns a file with an image of at most 700 million pixels. */
    public static byte[] encode(RgbImage image) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(image.width())
                .putInt(image.height())
                .put(BITS)
                .put(RGB)
                .array();
        byte[] pixels = deflated(filtered(image));
        int chunkFrame = 12;
        ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + 3 * chunkFrame + header.length + pixels.length);
        file.put(SIGNATURE);
        putChunk(file, "IHDR", header);
        putChunk(file, "IDAT", pixels);
        putChunk(file, "IEND", new byte[0]);
        return file.array();
    }

    private static byte[] filtered(RgbImage image) {
        int length = RgbImage.CHANNELS * image.width();
        byte[] rows = new byte[(length + 1) * image.height()];
        int out = 0;
        for (int at = 0; at < image.rgb().length; at++) {
            if (at % length == 0) {
                rows[out++] = UP;
            }
            int above = at < length ? 0 : image.rgb()[at - length];
            rows[out++] = (byte) (image.rgb()[at] - above);
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(rows);
            deflater.finish();
            byte[] deflated = new byte[rows.length / 2 + 1024];
            int length = 0;
            while (!deflater.finished()) {
                if (length == deflated.length) {
                    deflated = Arrays.copyOf(deflated, 2 * length);
                }
                length += deflater.deflate(deflated, length, deflated.length - length);
            }
            return Arrays.copyOf(deflated, length);
        } finally {
            deflater.end();
        }
    }

    private static void putChunk(ByteBuffer file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        file.putInt(content.length).put(name).put(content).putInt((int) checksum.getValue());
    }
}
