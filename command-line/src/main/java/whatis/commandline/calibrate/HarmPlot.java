package whatis.commandline.calibrate;

import java.util.List;
import java.util.Locale;
import whatis.commandline.bench.Svg;
import whatis.commandline.bench.Svg.Anchor;
import whatis.commandline.bench.Svg.Point;

/** Draws the harm of each layer as a bar, in the order in which layers are computed. */
public final class HarmPlot {

    private static final int WIDTH = 860;
    private static final int LEFT = 380;
    private static final int LONGEST = 400;
    private static final int TOP = 96;
    private static final int ROW = 15;
    private static final int TEXT_SIZE = 11;

    /** Mid grey, which shows on white as on black. */
    private static final String INK = "#757575";

    // Of the palette of Okabe and Ito, which the colour-blind can tell apart.
    private static final String BLUE = "#0072b2";
    private static final String VERMILION = "#d55e00";

    private HarmPlot() {}

    /** Returns an SVG. */
    public static String of(CalibrationReport report) {
        List<CalibrationReport.LayerRow> layers = report.layers();
        String title = "%s: harm of int8 by layer".formatted(report.model());
        Svg svg = new Svg(WIDTH, TOP + (layers.size() + 1) * ROW, title);
        svg.text(new Point(16, 28), title, Anchor.START, 17, INK);
        svg.text(new Point(16, 48), report.circumstances(), Anchor.START, TEXT_SIZE, INK);
        svg.text(
                new Point(16, 72),
                "How far logits are off with a layer alone in int8, in % of their length:",
                Anchor.START,
                TEXT_SIZE + 1,
                INK);
        svg.text(new Point(LEFT + 100, 72), "runs in int8", Anchor.START, TEXT_SIZE + 1, BLUE);
        svg.text(new Point(LEFT + 200, 72), "stays in floats", Anchor.START, TEXT_SIZE + 1, VERMILION);
        double largest = layers.stream()
                .mapToDouble(CalibrationReport.LayerRow::harm)
                .max()
                .orElse(0);
        for (int i = 0; i < layers.size(); i++) {
            bar(svg, layers.get(i), TOP + i * ROW, largest);
        }
        return svg.finish();
    }

    private static void bar(Svg svg, CalibrationReport.LayerRow layer, double y, double largest) {
        double length = largest > 0 ? LONGEST * layer.harm() / largest : 0;
        String percent = String.format(Locale.ROOT, "%.1f", 100 * layer.harm());
        svg.text(new Point(LEFT - 6, y + 10), layer.name(), Anchor.END, TEXT_SIZE, INK);
        svg.rectangle(new Point(LEFT, y + 1), length, ROW - 3, layer.int8() ? BLUE : VERMILION);
        svg.text(new Point(LEFT + length + 5, y + 10), percent, Anchor.START, TEXT_SIZE, INK);
    }
}
