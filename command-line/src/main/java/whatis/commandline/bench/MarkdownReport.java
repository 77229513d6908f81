package whatis.commandline.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes a report as Markdown whose table is aligned, so that it reads well as it is. */
public final class MarkdownReport {

    private static final List<String> HEADINGS =
            List.of("clients", "p50", "p90", "p99", "max", "images/s", "resident", "peak", "failures");
    private static final String UNKNOWN = "-";

    private MarkdownReport() {}

    /** Returns the text, which ends with a line break. */
    public static String of(Report report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        report.rounds().forEach(round -> rows.add(cells(round)));
        String first = report.first() == null
                ? ""
                : String.format(Locale.ROOT, "First answer %.2f s after the start of the JVM.%n%n", report.first());
        return "**%s**%n%n%s%n%n%s%s. Latency in ms, memory in MB.%n"
                .formatted(report.subject(), MarkdownTable.of(rows), first, report.circumstances());
    }

    private static List<String> cells(Round round) {
        Latency latency = round.latency();
        ProcessMemory memory = round.memory();
        Stream<String> milliseconds = latency == null
                ? Collections.nCopies(4, UNKNOWN).stream()
                : Stream.of(latency.p50(), latency.p90(), latency.p99(), latency.max())
                        .map(MarkdownReport::decimal);
        Stream<String> megabytes = memory == null
                ? Stream.of(UNKNOWN, UNKNOWN)
                : Stream.of(memory.resident(), memory.peak()).map(bytes -> Long.toString(bytes / 1_000_000));
        return Stream.of(
                        Stream.of(Integer.toString(round.clients())),
                        milliseconds,
                        Stream.of(decimal(round.perSecond())),
                        megabytes,
                        Stream.of(failures(round)))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String failures(Round round) {
        return round.failures().isEmpty()
                ? "0"
                : round.failures().entrySet().stream()
                        .map(kind -> kind.getKey() + ": " + kind.getValue())
                        .collect(joining(", "));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
