package whatis.classification.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A PNG file. Its reader gets only the critical chunks: it would inflate texts and profiles of any size, and what they
 * say changes no sample. The chunk {@code eXIf} may say how to turn the image.
 */
final class PngContainer implements ImageContainer {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int CHUNK_EXIF = 0x65584966;

    /** Set in the first letter, which is a small one then, of chunks that decoders may skip. */
    private static final int ANCILLARY = 0x20;

    private final byte[] bytes;
    private byte[] transparency = {};
    private Orientation orientation = Orientation.NORMAL;

    PngContainer(byte[] encoded) {
        ByteBuffer file = ByteBuffer.wrap(encoded);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(encoded.length);
        kept.write(encoded, 0, SIGNATURE_LENGTH);
        int position = SIGNATURE_LENGTH;
        while (position <= encoded.length - CHUNK_OVERHEAD) {
            int length = file.getInt(position);
            int rest = encoded.length - position;
            int end =
                    length < 0 || length > rest - CHUNK_OVERHEAD ? encoded.length : position + CHUNK_OVERHEAD + length;
            if ((encoded[position + 4] & ANCILLARY) == 0) {
                kept.write(encoded, position, end - position);
            } else if (file.getInt(position + 4) == PngTransparency.CHUNK) {
                transparency = Arrays.copyOfRange(encoded, position + 8, end - 4);
            } else if (file.getInt(position + 4) == CHUNK_EXIF) {
                orientation = ExifOrientation.read(encoded, position + 8, end - 4);
            }
            position = end;
        }
        bytes = kept.toByteArray();
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public OptionalInt hiddenColor() {
        return PngTransparency.hiddenColor(bytes, transparency);
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }
}
