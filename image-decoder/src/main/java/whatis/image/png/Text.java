package whatis.image.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of a text chunk: bytes [from, to) of an array, deflated or not. */
record Text(byte[] bytes, int from, int to, boolean deflated) {

    /** A mebibyte, as much as Pillow takes. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final int PIECE_LENGTH = 1 << 13;

    int length() {
        return to - from;
    }

    /** Returns the text inflated: its first mebibyte at most, and nothing if it is damaged. */
    Text inflated() {
        if (!deflated) {
            return this;
        }
        ByteArrayOutputStream inflated = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE_LENGTH];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, length());
            int length = inflater.inflate(piece);
            while (length > 0 && inflated.size() < MAX_LENGTH) {
                inflated.write(piece, 0, length);
                length = inflater.inflate(piece);
            }
        } catch (DataFormatException damage) {
            inflated.reset();
        } finally {
            inflater.end();
        }
        return new Text(inflated.toByteArray(), 0, inflated.size(), false);
    }
}
