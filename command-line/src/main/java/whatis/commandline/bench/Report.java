package whatis.commandline.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, how, and where. The names are those of the JSON report.
 *
 * @param version of whatis
 * @param date when it began, as ISO 8601 has it, in UTC
 * @param command what was called
 * @param machine where the load came from
 * @param subject the model and its precision, or the address of the service
 * @param pictures how many different ones
 * @param warmUp seconds of each round that don't count
 * @param seconds of each round that count
 * @param first seconds from the start of the JVM to the first answer, loading included; null for a service
 * @param rounds one for each number of clients
 */
public record Report(
        String version,
        String date,
        String command,
        Machine machine,
        String subject,
        int pictures,
        int warmUp,
        int seconds,
        @Nullable Double first,
        List<Round> rounds) {

    public Report {
        rounds = List.copyOf(rounds);
    }

    /** Writes everything as a JSON object. */
    public String json() {
        return ReportJson.of(this);
    }

    /** Says in one line where and how it was measured. */
    public String circumstances() {
        String features = machine.features().isEmpty() ? "" : " (" + String.join(", ", machine.features()) + ")";
        return "%s%s, %d core%s; %d s a round after %d s of warm-up; %s"
                .formatted(
                        machine.processor(),
                        features,
                        machine.cores(),
                        machine.cores() == 1 ? "" : "s",
                        seconds,
                        warmUp,
                        date);
    }
}
