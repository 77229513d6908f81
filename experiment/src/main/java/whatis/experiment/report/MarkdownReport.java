package whatis.experiment.report;

import java.util.List;
import java.util.stream.Collectors;
import whatis.experiment.variant.Phase;

/** Writes the experiment for people, with two plots that lie beside the text. */
public final class MarkdownReport {

    public static final String TIME_PLOT = "time.svg";
    public static final String MEMORY_PLOT = "memory.svg";

    private static final double MEGA = 1e6;

    private final Setup setup;
    private final List<Result> results;
    private final List<Result> succeeded;
    private final List<String> differences;

    public MarkdownReport(Setup setup, List<Result> results, List<String> differences) {
        this.setup = setup;
        this.results = results;
        this.succeeded = results.stream().filter(Result::succeeded).toList();
        this.differences = differences;
    }

    /** Returns the plot of where the time went, as SVG. */
    public String timePlot() {
        List<Phase> phases = List.of(Phase.values());
        BarChart chart = new BarChart(
                "Seconds of a worker until all answers were there, in the mean",
                "s",
                phases.stream().map(Phase::title).toList());
        succeeded.forEach(result -> chart.add(
                name(result),
                phases.stream()
                        .map(phase -> result.measurement().seconds(phase))
                        .toList()));
        return chart.svg();
    }

    /** Returns the plot of the peak memory, as SVG. */
    public String memoryPlot() {
        BarChart chart = new BarChart("Most memory that all processes took together", "MB", List.of("memory"));
        succeeded.forEach(result -> chart.add(name(result), List.of(result.peakMemory() / MEGA)));
        return chart.svg();
    }

    private static String name(Result result) {
        return result.variant() + " " + result.variant().title();
    }

    /** Returns the report in Markdown. */
    public String text() {
        return """
                # One batch of images, %d designs

                %s

                %s
                %s
                ## Where the time goes
                ![Stacked bars: seconds by variant and phase](%s)

                %s
                *total* is what the clock showed, *start* what passed before it was started: JVM, Spark session, actor
                system. The phases are those of a worker in the mean, and add up to the total; what is in brackets the
                driver did while the workers were busy. D is one pipeline: its inference is the time in which the network
                ran at all. *model load* includes the start of libtorch.

                ![Bars: memory by variant](%s)

                ## Which is most efficient, and why
                %s
                ## With more data, or more cores
                %s
                The figures behind this: `experiment.json`. Projected is by these rules: what passes until the first answer
                is a cost of starting; loading data and everything later grow with the data; what comes after the first
                answer shrinks with the cores, as evenly as on this machine (for A, whose cores share a single image, that
                is the best case); actors in processes take memory for each core.
                """.formatted(
                        results.size(),
                        facts(),
                        designs(),
                        problems(),
                        TIME_PLOT,
                        new SummaryTable(results).markdown(),
                        MEMORY_PLOT,
                        succeeded.isEmpty() ? "No variant succeeded.\n" : new Conclusion(setup, succeeded).text(),
                        succeeded.isEmpty() ? "" : new Conclusion(setup, succeeded).outlook());
    }

    private String facts() {
        return "%d images (rows %s of %s), %s in %s, %d cores%s. %s, %d cores; %s, Java %s. %s."
                .formatted(
                        setup.images(),
                        setup.rows(),
                        setup.dataset(),
                        setup.model(),
                        setup.precision(),
                        setup.cores(),
                        setup.inProcess() ? ", actors in one JVM" : "",
                        setup.machine().processor(),
                        setup.machine().cores(),
                        setup.machine().system(),
                        setup.machine().java(),
                        setup.date());
    }

    private String designs() {
        return results.stream()
                        .map(result -> "- **%s %s**: %s"
                                .formatted(
                                        result.variant(),
                                        result.variant().title(),
                                        result.variant().design()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String problems() {
        String failures = results.stream()
                .filter(result -> !result.succeeded())
                .map(result -> "**%s failed**: %s\n\n"
                        .formatted(result.variant(), result.outcome().failure()))
                .collect(Collectors.joining());
        String agreement = differences.isEmpty()
                ? "All variants that succeeded returned the same list.\n\n"
                : differences.stream()
                        .map(difference -> "**The variants don't agree**: " + difference + "\n\n")
                        .collect(Collectors.joining());
        return failures + (succeeded.size() > 1 ? agreement : "");
    }
}
