package whatis.commandline;

import java.util.Locale;
import java.util.stream.Collectors;
import whatis.classification.engine.Arrangement;
import whatis.classification.engine.Concurrency;
import whatis.classification.tuning.Candidate;
import whatis.classification.tuning.Ratio;
import whatis.classification.tuning.TuningReport;

/** Writes what a tuning found for people: a table, and a sentence about what follows. */
final class TuningTable {

    private static final String HEADINGS = "%-14s  %-28s  %s%n";
    private static final String ROW = "%-14s  %8.1f ms %-16s  %8.1f ms %s%n";

    private TuningTable() {}

    /** Returns the text, which ends with a line break. */
    static String of(TuningReport report) {
        Concurrency concurrency = report.concurrency();
        StringBuilder text = new StringBuilder("%s in %s, medians of %d rounds on %s%n%n"
                .formatted(
                        report.model(),
                        report.key().precision(),
                        report.rounds(),
                        report.key().processor()));
        text.append(HEADINGS.formatted(
                "arrangement",
                "a lone image",
                "%d micro-batches of %d".formatted(concurrency.dispatchers(), concurrency.batch())));
        report.candidates().forEach(candidate -> text.append(row(candidate, report)));
        return text.append("%n%s%n".formatted(conclusion(report))).toString();
    }

    private static String row(Candidate candidate, TuningReport report) {
        boolean rule = candidate.arrangement().equals(report.byRule());
        return String.format(
                        Locale.ROOT,
                        ROW,
                        candidate.arrangement(),
                        candidate.secondsAlone() * 1e3,
                        rule ? "the rule's" : ratio(candidate.alone()),
                        candidate.secondsTogether() * 1e3,
                        rule ? "" : ratio(candidate.together()))
                .replaceAll(" +(\\R)", "$1");
    }

    private static String ratio(Ratio ratio) {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", ratio.median(), ratio.low(), ratio.high());
    }

    private static String conclusion(TuningReport report) {
        if (report.kept() == null) {
            return ("The rule's %s stays, and nothing is kept: the machine was too noisy to tell whether %s is quicker."
                            + " Try again when it has less to do, or with more --rounds.")
                    .formatted(
                            report.byRule(),
                            report.undecided().stream()
                                    .map(Arrangement::toString)
                                    .collect(Collectors.joining(" or ")));
        }
        return (report.choice().equals(report.byRule())
                        ? "The rule's %1$s stays, as nothing is quicker; kept in %3$s"
                        : "%2$s is quicker than the rule's %1$s; kept in %3$s")
                .formatted(report.byRule(), report.choice(), report.kept());
    }
}
