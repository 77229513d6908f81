package whatis.commandline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import whatis.commandline.bench.LineChart.Series;
import whatis.commandline.bench.Svg.Anchor;
import whatis.commandline.bench.Svg.Point;

/** Plots latency and throughput of a report over the number of clients. */
public final class LoadPlot {

    private static final int WIDTH = 920;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int CHART_WIDTH = 300;
    private static final int CHART_HEIGHT = 230;
    private static final int CHART_TOP = 88;
    private static final String CLIENTS = "clients, each of which waits for its answer";

    // The palette of Okabe and Ito, which the colour-blind can tell apart.
    private static final String BLUE = "#0072b2";
    private static final String GREEN = "#009e73";
    private static final String VERMILION = "#d55e00";
    private static final String SOLID = "none";

    private LoadPlot() {}

    /** Draws an SVG; rounds without a right answer are left out. */
    public static String of(Report report) {
        List<Round> rounds = report.rounds().stream()
                .filter(round -> round.latency() != null)
                .toList();
        Svg svg = new Svg(WIDTH, HEIGHT, report.subject());
        svg.text(new Point(LEFT, 30), report.subject(), Anchor.START, 17, LineChart.INK);
        svg.text(new Point(LEFT, 52), report.circumstances(), Anchor.START, 11, LineChart.INK);
        if (!rounds.isEmpty()) {
            chart(LEFT, "latency of an image, ms", rounds)
                    .draw(
                            svg,
                            List.of(
                                    latency(rounds, "max", LineChart.INK, "2 3", Latency::max),
                                    latency(rounds, "p99", VERMILION, "6 3", Latency::p99),
                                    latency(rounds, "p90", GREEN, "9 3", Latency::p90),
                                    latency(rounds, "p50", BLUE, SOLID, Latency::p50)));
            List<Double> perSecond = rounds.stream().map(Round::perSecond).toList();
            chart(LEFT + WIDTH / 2, "throughput, images/s", rounds)
                    .draw(svg, List.of(new Series("", BLUE, SOLID, perSecond)));
        }
        return svg.finish();
    }

    private static LineChart chart(int left, String title, List<Round> rounds) {
        List<String> clients =
                rounds.stream().map(round -> Integer.toString(round.clients())).toList();
        return new LineChart(left, CHART_TOP, CHART_WIDTH, CHART_HEIGHT, title, CLIENTS, clients);
    }

    private static Series latency(
            List<Round> rounds, String name, String colour, String dashes, ToDoubleFunction<Latency> figure) {
        List<Double> values = new ArrayList<>();
        for (Round round : rounds) {
            if (round.latency() != null) {
                values.add(figure.applyAsDouble(round.latency()));
            }
        }
        return new Series(name, colour, dashes, values);
    }
}
