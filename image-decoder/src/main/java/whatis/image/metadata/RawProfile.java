package whatis.image.metadata;

import java.util.Arrays;

/**
 * The text "Raw profile type exif" in which ImageMagick stores EXIF data: a blank line, the type, the length, and from the
 * fourth line hexadecimal digits.
 */
public final class RawProfile {

    /** The key of the text. */
    public static final String EXIF_KEY = "Raw profile type exif";

    private static final int LINES_BEFORE_DIGITS = 3;

    private RawProfile() {}

    /** Returns the bytes that the digits stand for, as far as there are nothing but digits and blanks. */
    public static byte[] bytes(byte[] text, int from, int to) {
        int position = from;
        for (int lines = 0; lines < LINES_BEFORE_DIGITS && position < to; position++) {
            lines += text[position] == '\n' ? 1 : 0;
        }
        byte[] bytes = new byte[(to - position + 1) / 2];
        int digits = 0;
        for (; position < to; position++) {
            int digit = Character.digit(text[position], 16);
            if (digit >= 0) {
                bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            } else if (!Character.isWhitespace(text[position])) {
                break;
            }
        }
        return Arrays.copyOf(bytes, digits / 2);
    }
}
