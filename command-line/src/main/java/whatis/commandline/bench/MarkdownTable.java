package whatis.commandline.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Aligns cells as a Markdown table that reads well as it is. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * Returns the lines, without a line break after the last one.
     *
     * @param rows the headings, then the others, all of one length
     */
    public static String of(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        String rule = IntStream.of(widths)
                .mapToObj(width -> "-".repeat(width + 1) + ":")
                .collect(joining("|", "|", "|"));
        List<String> table =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        table.add(1, rule);
        return String.join(System.lineSeparator(), table);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> " ".repeat(widths[i] - cells.get(i).length()) + cells.get(i))
                .collect(joining(" | ", "| ", " |"));
    }
}
