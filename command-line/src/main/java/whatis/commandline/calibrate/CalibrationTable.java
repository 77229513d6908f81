package whatis.commandline.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import whatis.commandline.bench.MarkdownTable;

/** Writes a report as Markdown that reads well as it is. */
public final class CalibrationTable {

    private static final List<String> HEADINGS = List.of("precision", "same label", "changed answers", "ms alone");

    private CalibrationTable() {}

    /** Returns the text, which ends with a line break. */
    public static String of(CalibrationReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (CalibrationReport.PrecisionRow row : report.precisions()) {
            rows.add(List.of(
                    row.precision(),
                    share(row.sameLabel(), row.pictures()),
                    share(row.changed(), row.pictures()),
                    String.format(Locale.ROOT, "%.1f", row.milliseconds())));
        }
        String inFloats = report.layers().stream()
                .filter(layer -> !layer.int8())
                .map(layer -> "- `%s`%n".formatted(layer.name()))
                .collect(Collectors.joining());
        return "**%s in int8**%n%n%s%n%n%s.%n%s"
                .formatted(
                        report.model(),
                        MarkdownTable.of(rows),
                        report.circumstances(),
                        inFloats.isEmpty() ? "" : "%nThese stay in floats:%n%s".formatted(inFloats));
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%d of %d, %.1f%%", part, all, 100.0 * part / all);
    }
}
