package whatis.image.metadata;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code tiff:Orientation} out of XMP, an attribute or an element, without parsing its XML, just as Pillow does. */
public final class XmpOrientation {

    private static final Pattern ORIENTATION = Pattern.compile("tiff:Orientation(?:=\"|>)([0-9])");

    private XmpOrientation() {}

    /**
     * Reads the first orientation in bytes [from, to).
     *
     * @return a digit, or nothing where there is none
     */
    public static OptionalInt read(byte[] bytes, int from, int to) {
        Matcher matcher = ORIENTATION.matcher(new Latin1(bytes, from, to));
        return matcher.find() ? OptionalInt.of(bytes[from + matcher.start(1)] - '0') : OptionalInt.empty();
    }

    /** Bytes as characters, not copied, as XMP may be as long as the file. */
    private record Latin1(byte[] bytes, int from, int to) implements CharSequence {

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            return (char) (bytes[from + index] & 0xff);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Latin1(bytes, from + start, from + end);
        }
    }
}
