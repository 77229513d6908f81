package whatis.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG files chunk by chunk. */
public final class BarePng {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    public BarePng(int width, int height, int depth, int colorType, boolean interlaced) {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colorType)
                        .putShort((short) 0)
                        .put((byte) (interlaced ? 1 : 0))
                        .array());
    }

    public BarePng chunk(String type, byte... data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        DataOutputStream out = new DataOutputStream(file);
        try {
            out.writeInt(data.length);
            out.write(name);
            out.write(data);
            out.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a text, after its key and what stands between, in ISO 8859-1. */
    public BarePng text(String type, String keyAndText) {
        return chunk(type, keyAndText.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes rows, each after the number of its filter. */
    public BarePng data(byte... rows) {
        return chunk("IDAT", deflated(rows));
    }

    public static byte[] deflated(byte... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(1))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public byte[] end() {
        return chunk("IEND").bytes();
    }

    public byte[] bytes() {
        return file.toByteArray();
    }
}
