package whatis.image.metadata;

import java.nio.charset.StandardCharsets;
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
        Matcher matcher = ORIENTATION.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
