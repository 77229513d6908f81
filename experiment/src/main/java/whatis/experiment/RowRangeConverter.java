package whatis.experiment;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import whatis.experiment.variant.RowRange;

/** Reads an option that is a range of rows. */
final class RowRangeConverter implements ITypeConverter<RowRange> {

    @Override
    public RowRange convert(String text) {
        try {
            return RowRange.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
