package whatis.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How large a file is to be. */
record FileSize(long bytes) {

    private static final Pattern SYNTAX = Pattern.compile("([1-9]\\d{0,4}) ?([MG])(i?)B");

    /** Reads {@code 256MB} or {@code 1GiB}. */
    static final class Converter implements ITypeConverter<FileSize> {

        @Override
        public FileSize convert(String text) {
            Matcher matcher = SYNTAX.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a size such as 256MB or 1GB");
            }
            long thousand = matcher.group(3).isEmpty() ? 1000 : 1024;
            long unit = thousand * thousand * (matcher.group(2).equals("G") ? thousand : 1);
            return new FileSize(Long.parseLong(matcher.group(1)) * unit);
        }
    }
}
