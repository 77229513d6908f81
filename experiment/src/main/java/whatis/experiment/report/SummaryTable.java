package whatis.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;

/** The figures of all variants, as the rows of a table: one for each variant. */
public final class SummaryTable {

    private static final double MEGA = 1e6;

    private final List<List<String>> lines = new ArrayList<>();

    public SummaryTable(List<Result> results) {
        List<String> head = new ArrayList<>(List.of("variant", "total", "start"));
        for (Phase phase : Phase.values()) {
            head.add(phase.title());
        }
        head.addAll(List.of("images/s", "peak MB", "shipped MB"));
        lines.add(head);
        results.stream().filter(Result::succeeded).map(SummaryTable::line).forEach(lines::add);
    }

    private static List<String> line(Result result) {
        Measurement measurement = result.measurement();
        List<String> line = new ArrayList<>();
        line.add(result.variant() + " " + result.variant().title());
        line.add(format("%.2f", measurement.seconds()));
        line.add(format("%.2f", measurement.start()));
        for (Phase phase : Phase.values()) {
            String beside =
                    measurement.besideSeconds(phase) == 0 ? "" : format(" (%.2f)", measurement.besideSeconds(phase));
            line.add(format("%.2f", measurement.seconds(phase)) + beside);
        }
        line.add(format("%.1f", result.imagesPerSecond()));
        line.add(format("%.0f", result.peakMemory() / MEGA));
        line.add(format("%.1f", measurement.shipped() / MEGA));
        return line;
    }

    /** Returns the table in columns of equal width. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                int width = width(column);
                text.append(format(column == 0 ? "%-" + width + "s" : "  %" + width + "s", line.get(column)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    /** Returns the table in Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append("| ").append(String.join(" | ", line)).append(" |\n");
            if (line == lines.get(0)) {
                text.append("|---|").append("--:|".repeat(line.size() - 1)).append('\n');
            }
        }
        return text.toString();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
