package whatis.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import whatis.commandline.bench.Svg;
import whatis.commandline.bench.Svg.Anchor;
import whatis.commandline.bench.Svg.Point;

/** A plot of horizontal bars, each a row of parts that share a legend, as SVG. */
final class BarChart {

    private static final List<String> COLOURS =
            List.of("#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#edc948", "#e15759", "#d0d0d0");

    private static final String INK = "#222222";
    private static final String FAINT_INK = "#555555";
    private static final int TEXT = 13;
    private static final int WIDTH = 800;
    private static final int LEFT = 190;
    private static final int RIGHT = 90;
    private static final int TOP = 84;
    private static final int BAR = 26;
    private static final int GAP = 14;
    private static final int BOTTOM = 40;
    private static final int LEGEND_COLUMN = 150;
    private static final int LEGEND_COLUMNS = 4;
    private static final int MOST_TICKS = 6;

    private final String title;
    private final String unit;
    private final List<String> legend;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(String label, List<Double> parts) {
        double total() {
            return parts.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** @param legend names the parts, at most seven; of one alone, none is shown */
    BarChart(String title, String unit, List<String> legend) {
        this.title = title;
        this.unit = unit;
        this.legend = legend;
    }

    /** Adds a bar below the others. */
    void add(String label, List<Double> parts) {
        bars.add(new Bar(label, parts));
    }

    String svg() {
        int height = TOP + bars.size() * (BAR + GAP) + BOTTOM;
        double largest = bars.stream().mapToDouble(Bar::total).max().orElse(0);
        double step = step(largest);
        int ticks = Math.max(1, (int) Math.ceil(largest / step));
        double scale = (WIDTH - LEFT - RIGHT) / (step * ticks);
        Svg svg = new Svg(WIDTH, height, title);
        svg.rectangle(new Point(0, 0), WIDTH, height, "white");
        svg.text(new Point(LEFT, 22), title, Anchor.START, 14, INK);
        addLegend(svg);
        for (int i = 0; i <= ticks; i++) {
            addTick(svg, LEFT + i * step * scale, height - BOTTOM, number(i * step));
        }
        svg.text(new Point(WIDTH - RIGHT + 30, height - BOTTOM + 18), unit, Anchor.START, TEXT, FAINT_INK);
        for (int i = 0; i < bars.size(); i++) {
            addBar(svg, bars.get(i), TOP + i * (BAR + GAP), scale);
        }
        return svg.finish();
    }

    private void addLegend(Svg svg) {
        for (int i = 0; legend.size() > 1 && i < legend.size(); i++) {
            int x = LEFT + i % LEGEND_COLUMNS * LEGEND_COLUMN;
            int y = 34 + i / LEGEND_COLUMNS * 20;
            svg.rectangle(new Point(x, y), 12, 12, COLOURS.get(i));
            svg.text(new Point(x + 18, y + 11), legend.get(i), Anchor.START, TEXT, INK);
        }
    }

    private static void addTick(Svg svg, double x, int bottom, String number) {
        svg.line(List.of(new Point(x, TOP - 6), new Point(x, bottom)), "#e0e0e0", 1, "none");
        svg.text(new Point(x, bottom + 18), number, Anchor.MIDDLE, TEXT, FAINT_INK);
    }

    private static void addBar(Svg svg, Bar bar, int y, double scale) {
        svg.text(new Point(LEFT - 10, y + BAR - 8), bar.label(), Anchor.END, TEXT, INK);
        double x = LEFT;
        for (int i = 0; i < bar.parts().size(); i++) {
            double width = bar.parts().get(i) * scale;
            svg.rectangle(new Point(x, y), width, BAR, COLOURS.get(i));
            x += width;
        }
        svg.text(new Point(x + 6, y + BAR - 8), number(bar.total()), Anchor.START, TEXT, INK);
    }

    /** Returns the smallest of 1, 2 and 5 times a power of ten of which few enough reach the largest bar. */
    private static double step(double largest) {
        double needed = Math.max(largest, 1e-3) / MOST_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(needed)));
        return DoubleStream.of(1, 2, 5)
                .map(factor -> factor * power)
                .filter(step -> step >= needed)
                .findFirst()
                .orElse(10 * power);
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
