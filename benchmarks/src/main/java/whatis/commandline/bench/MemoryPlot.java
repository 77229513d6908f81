package whatis.commandline.bench;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import whatis.commandline.bench.LineChart.Series;
import whatis.commandline.bench.Svg.Anchor;
import whatis.commandline.bench.Svg.Point;

/** Plots memory over time, or over whatever else goes on. */
final class MemoryPlot {

    private static final int WIDTH = 920;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int CHART_WIDTH = 680;
    private static final int CHART_HEIGHT = 230;
    private static final int CHART_TOP = 88;

    private static final int MOST_LABELS = 10;

    // The palette of Okabe and Ito, which the colour-blind can tell apart.
    private static final String BLUE = "#0072b2";
    private static final String GREEN = "#009e73";
    private static final String VERMILION = "#d55e00";

    private MemoryPlot() {}

    /**
     * Draws an SVG.
     *
     * @param below what the samples are taken over
     * @param labels one for each sample, at least one
     */
    static String of(
            String title, String circumstances, String below, List<String> labels, List<MemorySample> samples) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.text(new Point(LEFT, 30), title, Anchor.START, 17, LineChart.INK);
        svg.text(new Point(LEFT, 52), circumstances, Anchor.START, 11, LineChart.INK);
        new LineChart(LEFT, CHART_TOP, CHART_WIDTH, CHART_HEIGHT, "memory, MB", below, thinned(labels))
                .draw(
                        svg,
                        List.of(
                                series("resident", BLUE, "none", samples, MemorySample::resident),
                                series("native", VERMILION, "6 3", samples, MemorySample::outsideHeap),
                                series("heap", GREEN, "9 3", samples, MemorySample::heap)));
        return svg.finish();
    }

    private static List<String> thinned(List<String> labels) {
        int step = Math.max(1, labels.size() / MOST_LABELS);
        return IntStream.range(0, labels.size())
                .mapToObj(i -> i % step == 0 ? labels.get(i) : "")
                .toList();
    }

    private static Series series(
            String name, String colour, String dashes, List<MemorySample> samples, ToLongFunction<MemorySample> part) {
        return new Series(
                name,
                colour,
                dashes,
                samples.stream().map(sample -> part.applyAsLong(sample) / 1e6).toList());
    }
}
