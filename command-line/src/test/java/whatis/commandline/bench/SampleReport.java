package whatis.commandline.bench;

import java.util.List;
import java.util.Map;

/** A report with a round of each kind. */
final class SampleReport {

    private SampleReport() {}

    static Report of(Round... rounds) {
        return new Report(
                "1.0",
                "2026-01-02T03:04:05Z",
                "whatis bench a&b.jpg",
                new Machine("Fast <One>", 2, List.of("amx_bf16"), "Linux 6", "17"),
                "owner/name in bf16",
                1,
                5,
                10,
                3.456,
                List.of(rounds));
    }

    static Round round(int clients, double p50, double perSecond) {
        return new Round(
                clients,
                100,
                perSecond,
                new Latency(p50, p50 * 1.01, p50 * 1.02, p50 * 2),
                Map.of(),
                new ProcessMemory(500_000_000, 600_000_000));
    }

    static Round failed(int clients) {
        return new Round(clients, 0, 0, null, Map.of("HTTP 503", 7), null);
    }
}
