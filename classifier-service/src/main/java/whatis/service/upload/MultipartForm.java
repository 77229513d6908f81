package whatis.service.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * A form in memory (RFC 7578). Of its parts nothing is looked at but their own names: no name of a file, no declared type.
 * Takes time in proportion to the form's length.
 */
final class MultipartForm {

    /** Three times what a file name of 255 letters takes, written twice and encoded. */
    private static final int LONGEST_HEADERS = 16 << 10;

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST = {'-', '-'};

    private final byte[] form;
    private final byte[] delimiter;

    /** @param boundary as the Content-Type names it, without quotes */
    MultipartForm(byte[] form, String boundary) {
        this.form = form;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /**
     * Returns the content of the one part of a name; other parts are skipped.
     *
     * @throws ProblemException if there is none, if there are several, or if the form is malformed
     */
    byte[] file(String name) {
        byte[] file = null;
        int position = behindFirstDelimiter();
        while (!isAt(position, LAST)) {
            int headers = find(LINE_END, position, form.length) + LINE_END.length;
            // Without headers, the line end before them is the one behind them.
            int content = find(HEADERS_END, headers - LINE_END.length, headers + LONGEST_HEADERS) + HEADERS_END.length;
            // A part without content may share its line end with the headers.
            position = behindDelimiter(content - LINE_END.length);
            if (name.equals(PartName.of(new String(form, headers, Math.max(0, content - headers), ISO_8859_1)))) {
                if (file != null) {
                    throw new ProblemException(Problem.SEVERAL_FILES);
                }
                file = Arrays.copyOfRange(form, content, Math.max(content, position - delimiter.length));
            }
        }
        if (file == null) {
            throw new ProblemException(Problem.MISSING_FILE);
        }
        return file;
    }

    private int behindFirstDelimiter() {
        int length = delimiter.length - LINE_END.length;
        if (!Arrays.equals(form, 0, Math.min(length, form.length), delimiter, LINE_END.length, delimiter.length)) {
            return behindDelimiter(0);
        }
        if (form.length > length && form[length] == '\n') {
            throw new ProblemException(Problem.BARE_LINE_FEEDS);
        }
        return length;
    }

    /** Returns the end of the next delimiter that isn't merely the beginning of a longer line. */
    private int behindDelimiter(int from) {
        int position = from;
        do {
            position = find(delimiter, position, form.length) + delimiter.length;
        } while (!isAt(position, LAST) && !isAt(behindBlanks(position), LINE_END));
        return position;
    }

    private int behindBlanks(int from) {
        int position = from;
        while (position < form.length && (form[position] == ' ' || form[position] == '\t')) {
            position++;
        }
        return position;
    }

    private boolean isAt(int position, byte[] bytes) {
        int end = position + bytes.length;
        return end <= form.length && Arrays.equals(form, position, end, bytes, 0, bytes.length);
    }

    private int find(byte[] bytes, int from, int to) {
        int last = Math.min(to, form.length) - bytes.length;
        for (int i = from; i <= last; i++) {
            if (form[i] == bytes[0] && isAt(i, bytes)) {
                return i;
            }
        }
        throw new ProblemException(Problem.MALFORMED_MULTIPART);
    }
}
