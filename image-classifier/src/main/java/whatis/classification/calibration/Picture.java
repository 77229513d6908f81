package whatis.classification.calibration;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whatis.classification.image.ImagePreprocessor;
import whatis.image.ImageRejectedException;

/**
 * A picture as a network reads it.
 *
 * @param name what reports call it
 * @param digest the SHA-256 of its file, in hexadecimal digits
 * @param pixels {@code [channels, height, width]} in fp32, a direct buffer in native order
 */
public record Picture(String name, String digest, ByteBuffer pixels) {

    /**
     * Decodes a picture.
     *
     * @param encoded a file in any of the formats that are classified
     * @throws ImageRejectedException if it is to blame
     */
    public static Picture of(String name, byte[] encoded, ImagePreprocessor preprocessor) {
        ByteBuffer pixels =
                ByteBuffer.allocateDirect(preprocessor.floats() * Float.BYTES).order(ByteOrder.nativeOrder());
        preprocessor.prepare(encoded, pixels.asFloatBuffer());
        return new Picture(name, sha256(encoded), pixels);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
