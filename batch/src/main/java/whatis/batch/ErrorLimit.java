package whatis.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How many images may be without an answer.
 *
 * @param number of them, or percent of all images
 */
record ErrorLimit(double number, boolean percent) {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9})|(\\d{1,3}(?:\\.\\d{1,6})?)%");

    /** Reads {@code 100} or {@code 0.5%}. */
    static final class Converter implements ITypeConverter<ErrorLimit> {

        @Override
        public ErrorLimit convert(String text) {
            Matcher matcher = SYNTAX.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is neither a number such as 100 nor a share such as 1%");
            }
            boolean percent = matcher.group(1) == null;
            return new ErrorLimit(Double.parseDouble(matcher.group(percent ? 2 : 1)), percent);
        }
    }

    /** Returns the most errors that are no failure of a batch of so many images. */
    long allowed(long images) {
        return percent ? (long) Math.floor(images * number / 100) : (long) number;
    }

    @Override
    public String toString() {
        String text = number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        return percent ? text + "%" : text;
    }
}
