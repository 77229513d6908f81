package whatis.experiment.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Phase;

/** Says which design is most efficient and why, from nothing but the figures. */
final class Conclusion {

    /** Differences that are smaller than this part of the total are a matter of chance in a single run. */
    private static final double CHANCE = 0.05;

    /** Phases that explain less than this part of a difference go unmentioned. */
    private static final double WORTH_MENTIONING = 0.15;

    private static final int MOST_CORES = 16;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private final Setup setup;
    private final List<Result> bySpeed;
    private final Result fastest;

    /** @param succeeded at least one */
    Conclusion(Setup setup, List<Result> succeeded) {
        this.setup = setup;
        this.bySpeed = succeeded.stream()
                .sorted(Comparator.comparingDouble(
                        result -> result.measurement().seconds()))
                .toList();
        this.fastest = bySpeed.get(0);
    }

    String text() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(winner());
        bySpeed.stream().skip(1).forEach(result -> paragraphs.add(comparison(result)));
        paragraphs.add(shipping());
        paragraphs.add(warm());
        paragraphs.add(memory());
        return String.join("\n\n", paragraphs) + "\n";
    }

    private String winner() {
        return format(
                "**%s (%s) is the fastest: %.1f s, %.1f images/s**, loading included.",
                fastest.variant(), fastest.variant().title(), seconds(fastest), fastest.imagesPerSecond());
    }

    private String comparison(Result other) {
        double difference = seconds(other) - seconds(fastest);
        String head = format(
                "%s (%s) takes %.1f s, %.0f%% more",
                other.variant(), other.variant().title(), seconds(other), 100 * difference / seconds(fastest));
        return difference < CHANCE * seconds(fastest)
                ? head + ", which may be chance in a single run."
                : head + ": " + reasons(other.measurement(), difference) + ".";
    }

    /** Splits a difference into those of the phases: they make up the total, so their differences make up its. */
    private String reasons(Measurement other, double difference) {
        List<String> more = new ArrayList<>();
        List<String> less = new ArrayList<>();
        List<Phase> phases = new ArrayList<>(List.of(Phase.values()));
        phases.sort(Comparator.comparingDouble(phase -> -Math.abs(more(other, phase))));
        for (Phase phase : phases) {
            double seconds = more(other, phase);
            if (Math.abs(seconds) >= WORTH_MENTIONING * difference) {
                (seconds > 0 ? more : less).add(format("%.1f s %s", Math.abs(seconds), phase.title()));
            }
        }
        String text = more.isEmpty() ? "a little more of everything" : "more " + String.join(", ", more);
        return less.isEmpty() ? text : text + "; less " + String.join(", ", less);
    }

    private double more(Measurement other, Phase phase) {
        return other.seconds(phase) - fastest.measurement().seconds(phase);
    }

    private String shipping() {
        Result most = bySpeed.stream()
                .max(Comparator.comparingDouble(Conclusion::shippingSeconds))
                .orElseThrow();
        double part = shippingSeconds(most) / seconds(most);
        if (most.measurement().shipped() == 0) {
            return "Nothing was shipped from process to process.";
        }
        return format(
                "Handing parameters over costs most in %s: %.2f s for %.1f MB, %.1f%% of its time. %s",
                most.variant(),
                shippingSeconds(most),
                most.measurement().shipped() / MEGA,
                100 * part,
                part < CHANCE
                        ? "It doesn't decide here, because large parameters are sent once and not with every call."
                        : "It is worth avoiding.");
    }

    private static double shippingSeconds(Result result) {
        return result.measurement().seconds(Phase.SHIPPING)
                + result.measurement().besideSeconds(Phase.SHIPPING);
    }

    private String warm() {
        List<String> rates = new ArrayList<>();
        Result best = fastest;
        for (Result result : bySpeed) {
            rates.add(format("%s %.1f", result.variant(), projection(result).warmRate()));
            best = projection(result).warmRate() > projection(best).warmRate() ? result : best;
        }
        String head = "Once everything is loaded, images a second are: " + String.join(", ", rates) + ". ";
        return best == fastest
                ? head + "The fastest design is so without loading, too."
                : head
                        + format(
                                "Without loading %s would win: what %s gains, it gains by starting sooner.",
                                best.variant(), fastest.variant());
    }

    private String memory() {
        Result least = bySpeed.stream()
                .min(Comparator.comparingLong(Result::peakMemory))
                .orElseThrow();
        return fastest.peakMemory() == 0
                ? "How much memory it took can't be measured on this machine."
                : format(
                        "%s takes %.0f MB; %s",
                        fastest.variant(),
                        fastest.peakMemory() / MEGA,
                        least == fastest
                                ? "no other takes less."
                                : format("%s takes least, %.0f MB.", least.variant(), least.peakMemory() / MEGA));
    }

    /** Says what would change with more data and with more cores. */
    String outlook() {
        StringBuilder text = new StringBuilder();
        text.append(format(
                "| variant | %d images | %d | %d | memory then | %d images on %d cores | memory then |%n",
                setup.images(), 10 * setup.images(), 1000 * setup.images(), setup.images(), MOST_CORES));
        text.append("|---|--:|--:|--:|--:|--:|--:|\n");
        for (Result result : bySpeed) {
            Projection projection = projection(result);
            text.append(format(
                    "| %s | %.1f s | %.0f s | %.0f s | %.1f GB | %.1f s | %.1f GB |%n",
                    result.variant(),
                    seconds(result),
                    projection.seconds(10),
                    projection.seconds(1000),
                    projection.memory(1000) / GIGA,
                    projection.secondsOn(MOST_CORES),
                    projection.memoryOn(MOST_CORES) / GIGA));
        }
        text.append(format(
                "%nWith 10 times the data %s would be the fastest, with 1,000 times %s, on %d cores %s.",
                best(Comparator.comparingDouble(result -> projection(result).seconds(10))),
                best(Comparator.comparingDouble(result -> projection(result).seconds(1000))),
                MOST_CORES,
                best(Comparator.comparingDouble(result -> projection(result).secondsOn(MOST_CORES)))));
        bySpeed.stream()
                .filter(result -> projection(result).copies() > 1)
                .forEach(result -> text.append(format(
                        " %s keeps %d copies of the dataset: at 1,000 times, each would be %.1f GB.",
                        result.variant(), projection(result).copies(), 1000 * setup.datasetBytes() / GIGA)));
        return text.append('\n').toString();
    }

    private String best(Comparator<Result> order) {
        return bySpeed.stream().min(order).orElseThrow().variant().toString();
    }

    private Projection projection(Result result) {
        return new Projection(result, setup);
    }

    private static double seconds(Result result) {
        return result.measurement().seconds();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
