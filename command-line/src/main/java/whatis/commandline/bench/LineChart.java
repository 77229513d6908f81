package whatis.commandline.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import whatis.commandline.bench.Svg.Anchor;
import whatis.commandline.bench.Svg.Point;

/**
 * A chart over categories, with an axis from 0 and each line's name at its end. Its colours show on white and on black.
 *
 * @param left where its axis stands
 * @param top where its title stands
 * @param title what is shown, with its unit
 * @param below what the categories are
 * @param categories in their order, at least one
 */
record LineChart(
        double left, double top, double width, double height, String title, String below, List<String> categories) {

    /** @param values one for each category */
    record Series(String name, String colour, String dashes, List<Double> values) {

        private double last() {
            return values.get(values.size() - 1);
        }
    }

    /** Mid grey, whose contrast is 4.6 on white as on black. */
    static final String INK = "#757575";

    private static final String GRID = "#9e9e9e";
    private static final int TEXT_SIZE = 12;
    private static final double LINE_HEIGHT = 15;
    private static final double TITLE_HEIGHT = 20;
    private static final double MARGIN = 24;
    private static final int MOST_TICKS = 6;

    void draw(Svg svg, List<Series> lines) {
        double largest = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double step = step(largest);
        long steps = Math.max(1, (long) Math.ceil(largest / step));
        svg.text(new Point(left, top), title, Anchor.START, TEXT_SIZE + 1, INK);
        for (long i = 0; i <= steps; i++) {
            double y = y(i * step, steps * step);
            svg.line(List.of(new Point(left, y), new Point(left + width, y)), GRID, i == 0 ? 1 : 0.4, "none");
            svg.text(new Point(left - 6, y + 4), tick(i * step), Anchor.END, TEXT_SIZE, INK);
        }
        for (int i = 0; i < categories.size(); i++) {
            svg.text(new Point(x(i), bottom() + LINE_HEIGHT + 3), categories.get(i), Anchor.MIDDLE, TEXT_SIZE, INK);
        }
        svg.text(new Point(left + width / 2, bottom() + 2.5 * LINE_HEIGHT), below, Anchor.MIDDLE, TEXT_SIZE, INK);
        for (Series line : lines) {
            List<Point> points = IntStream.range(0, line.values().size())
                    .mapToObj(i -> new Point(x(i), y(line.values().get(i), steps * step)))
                    .toList();
            svg.line(points, line.colour(), 2, line.dashes());
            points.forEach(point -> svg.dot(point, line.colour()));
        }
        nameLines(svg, lines, steps * step);
    }

    /** Names the lines from the top down; names that would touch move down. */
    private void nameLines(Svg svg, List<Series> lines, double range) {
        List<Series> fromTop = new ArrayList<>(lines);
        fromTop.sort(Comparator.comparingDouble(Series::last).reversed());
        double free = top;
        for (Series line : fromTop) {
            double y = Math.max(free, y(line.last(), range) + 4);
            String words = line.name() + " " + amount(line.last());
            svg.text(new Point(left + width + 8, y), words, Anchor.START, TEXT_SIZE, line.colour());
            free = y + LINE_HEIGHT;
        }
    }

    private double bottom() {
        return top + TITLE_HEIGHT + height;
    }

    private double x(int category) {
        return categories.size() == 1
                ? left + width / 2
                : left + MARGIN + (width - 2 * MARGIN) * category / (categories.size() - 1);
    }

    private double y(double value, double range) {
        return bottom() - height * value / range;
    }

    /** Returns 1, 2 or 5 times a power of ten, such that there are few ticks. */
    static double step(double largest) {
        if (!(largest > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest / MOST_TICKS)));
        for (int factor : new int[] {1, 2, 5}) {
            if (largest / (factor * power) <= MOST_TICKS) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String tick(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : Double.toString(Math.round(value * 1000) / 1000.0);
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
