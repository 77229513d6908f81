package whatis.classification.image;

import java.nio.ByteBuffer;

/** A PNG file, whose chunk {@code eXIf} may say how to turn it. */
record PngContainer(byte[] bytes) implements ImageContainer {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CHUNK_EXIF = 0x65584966;

    @Override
    public Orientation orientation() {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int position = SIGNATURE_LENGTH;
        while (position <= bytes.length - 12) {
            int from = position + 8;
            int length = file.getInt(position);
            if (length < 0 || length > bytes.length - from - 4) {
                break;
            }
            if (file.getInt(position + 4) == CHUNK_EXIF) {
                return ExifOrientation.read(bytes, from, from + length);
            }
            position = from + length + 4;
        }
        return Orientation.NORMAL;
    }
}
