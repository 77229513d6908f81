package whatis.experiment.variant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Row numbers as Python's {@code range} counts them.
 *
 * @param start the first
 * @param stop the first that is left out
 * @param step from one to the next, not 0
 */
public record RowRange(int start, int stop, int step) {

    private static final Pattern TEXT = Pattern.compile("(?:(-?\\d{1,9}):)?(-?\\d{1,9})(?::(-?\\d{1,9}))?");

    public RowRange {
        if (step == 0) {
            throw new IllegalArgumentException("The step of rows must not be 0.");
        }
    }

    /**
     * Reads {@code start:stop:step}, {@code start:stop} or {@code stop}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static RowRange parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || (parts.group(1) == null && parts.group(3) != null)) {
            throw new IllegalArgumentException("'" + text + "' is not a range of rows, such as 0:10000:40");
        }
        return new RowRange(number(parts.group(1), 0), number(parts.group(2), 0), number(parts.group(3), 1));
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** Returns the row numbers, in their order. */
    public int[] rows() {
        long distance = (long) stop - start;
        long count = Math.max(0, (distance + step - Integer.signum(step)) / step);
        return IntStream.range(0, Math.toIntExact(count))
                .map(i -> start + i * step)
                .toArray();
    }

    @Override
    public String toString() {
        return start + ":" + stop + ":" + step;
    }
}
