package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTests {

    @Test
    void tableWhenRoundsDifferIsAligned() {
        String text = MarkdownReport.of(SampleReport.of(SampleReport.round(1, 165.12, 6.04), SampleReport.failed(8)));

        assertThat(text.lines())
                .containsExactly(
                        "**owner/name in bf16**",
                        "",
                        "| clients |   p50 |   p90 |   p99 |   max | images/s | resident | peak |    failures |",
                        "|--------:|------:|------:|------:|------:|---------:|---------:|-----:|------------:|",
                        "|       1 | 165.1 | 166.8 | 168.4 | 330.2 |      6.0 |      500 |  600 |           0 |",
                        "|       8 |     - |     - |     - |     - |      0.0 |        - |    - | HTTP 503: 7 |",
                        "",
                        "First answer 3.46 s after the start of the JVM.",
                        "",
                        "Fast <One> (amx_bf16), 2 cores; 10 s a round after 5 s of warm-up; 2026-01-02T03:04:05Z."
                                + " Latency in ms, memory in MB.");
    }
}
