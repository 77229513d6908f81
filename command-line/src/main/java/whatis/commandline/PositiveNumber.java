package whatis.commandline;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that counts something. */
public final class PositiveNumber implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("0*[1-9][0-9]{0,8}")) {
            throw new TypeConversionException("'" + text + "' is not a number of 1 or more");
        }
        return Integer.valueOf(text);
    }
}
