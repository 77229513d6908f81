package whatis.experiment.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A plot of horizontal bars, each a row of parts that share a legend, as SVG. */
final class BarChart {

    private static final List<String> COLOURS =
            List.of("#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#edc948", "#e15759", "#d0d0d0");

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
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n",
                WIDTH, height));
        svg.append(format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, height));
        svg.append(text(LEFT, 22, "start", "font-weight=\"bold\"", title));
        addLegend(svg);
        addAxis(svg, step, ticks, scale, height - BOTTOM);
        for (int i = 0; i < bars.size(); i++) {
            addBar(svg, bars.get(i), TOP + i * (BAR + GAP), scale);
        }
        return svg.append("</svg>\n").toString();
    }

    private void addLegend(StringBuilder svg) {
        for (int i = 0; legend.size() > 1 && i < legend.size(); i++) {
            int x = LEFT + i % LEGEND_COLUMNS * LEGEND_COLUMN;
            int y = 34 + i / LEGEND_COLUMNS * 20;
            svg.append(rectangle(x, y, 12, 12, COLOURS.get(i)));
            svg.append(text(x + 18, y + 11, "start", "", legend.get(i)));
        }
    }

    private void addAxis(StringBuilder svg, double step, int ticks, double scale, int bottom) {
        for (int i = 0; i <= ticks; i++) {
            double x = LEFT + i * step * scale;
            svg.append(format(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#e0e0e0\"/>%n", x, x, TOP - 6, bottom));
            svg.append(text(x, bottom + 18, "middle", "fill=\"#555\"", number(i * step)));
        }
        svg.append(text(WIDTH - RIGHT + 30, bottom + 18, "start", "fill=\"#555\"", unit));
    }

    private void addBar(StringBuilder svg, Bar bar, int y, double scale) {
        svg.append(text(LEFT - 10, y + BAR - 8, "end", "", bar.label()));
        double x = LEFT;
        for (int i = 0; i < bar.parts().size(); i++) {
            double width = bar.parts().get(i) * scale;
            svg.append(rectangle(x, y, width, BAR, COLOURS.get(i)));
            x += width;
        }
        svg.append(text(x + 6, y + BAR - 8, "start", "", number(bar.total())));
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
        return value >= 100 || value == Math.rint(value) ? format("%.0f", value) : format("%.1f", value);
    }

    private static String rectangle(double x, double y, double width, double height, String colour) {
        return format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x, y, width, height, colour);
    }

    private static String text(double x, double y, String anchor, String attributes, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;");
        return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n", x, y, anchor, attributes, safe);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
