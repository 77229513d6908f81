package whatis.image;

import java.nio.charset.StandardCharsets;

/** Tells SVG drawings from other texts. */
final class SvgText {

    /** The byte order mark of UTF-8, read as ISO 8859-1. */
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private static final int MOST_BYTES = 4096;

    private SvgText() {}

    /** Tells whether the first element is an SVG drawing, after declarations and comments. */
    static boolean isSvg(byte[] file) {
        String text = new String(file, 0, Math.min(file.length, MOST_BYTES), StandardCharsets.ISO_8859_1);
        String xml =
                (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text).stripLeading();
        if (!xml.startsWith("<")) {
            return false;
        }
        int tag = 0;
        while (tag >= 0 && (xml.startsWith("<?", tag) || xml.startsWith("<!", tag))) {
            int end = xml.indexOf(xml.startsWith("<!--", tag) ? "-->" : ">", tag);
            tag = end < 0 ? end : xml.indexOf('<', end);
        }
        return tag >= 0 && xml.startsWith("<svg", tag);
    }
}
