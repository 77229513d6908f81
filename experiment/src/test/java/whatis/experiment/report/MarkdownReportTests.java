package whatis.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import whatis.commandline.bench.Machine;
import whatis.experiment.variant.Answer;
import whatis.experiment.variant.Measurement;
import whatis.experiment.variant.Outcome;
import whatis.experiment.variant.Phase;
import whatis.experiment.variant.Variant;

class MarkdownReportTests {

    private static final Setup SETUP =
            new Setup("set", 1_000_000, "0:10:1", 10, "model", "fp32", 2, false, Machine.current(), "2026-01-01");

    private static Result result(Variant variant, double model, double inference, double shipping, long memory) {
        Map<Phase, Double> phases =
                Map.of(Phase.MODEL_LOAD, model, Phase.INFERENCE, inference, Phase.SHIPPING, shipping);
        double seconds = model + inference + shipping;
        List<Answer> answers = Collections.nCopies(10, new Answer("cat", 0.9, null, 0, 0));
        return new Result(
                variant,
                Outcome.of(new Measurement(1, seconds, model, 2, phases, Map.of(), 5_000_000, answers)),
                memory);
    }

    private static String report(Result... results) {
        return new MarkdownReport(SETUP, List.of(results), List.of()).text();
    }

    @Test
    void conclusionWhenActorsLoadLongerExpectThatAsTheReason() {
        String report = report(result(Variant.A, 1, 10, 0, 400_000_000), result(Variant.C1, 9, 5, 0, 800_000_000));
        assertThat(report)
                .contains("**A (sequential) is the fastest: 11.0 s, 0.9 images/s**")
                .contains(
                        "C1 (actors, resident data) takes 14.0 s, 27% more: more 8.0 s model load; less 5.0 s inference.")
                .contains("Without loading C1 would win")
                .contains("With 10 times the data C1 would be the fastest, with 1,000 times C1");
    }

    @Test
    void conclusionWhenActorsAreFasterExpectThemAsTheWinner() {
        String report = report(result(Variant.A, 1, 10, 0, 400_000_000), result(Variant.C1, 2, 5, 0, 800_000_000));
        assertThat(report)
                .contains("**C1 (actors, resident data) is the fastest: 7.0 s")
                .contains("A takes least, 400 MB")
                .contains("The fastest design is so without loading, too.");
    }

    @Test
    void conclusionWhenTimesAreCloseExpectChance() {
        assertThat(report(result(Variant.A, 1, 10, 0, 1), result(Variant.D, 1, 10.1, 0, 1)))
                .contains("D (micro-batches) takes 11.1 s, 1% more, which may be chance in a single run.");
    }

    @Test
    void conclusionWhenShippingIsExpensiveExpectThatSaid() {
        assertThat(report(result(Variant.B, 1, 4, 5, 1)))
                .contains("B: 5.00 s for 5.0 MB, 50.0% of its time. It is worth avoiding.");
    }

    @Test
    void reportWhenAVariantFailedExpectWhyAndTheOthers() {
        Result failed = new Result(Variant.B, Outcome.failed("out of memory"), 0);
        assertThat(report(failed, result(Variant.A, 1, 1, 0, 1)))
                .contains("**B failed**: out of memory")
                .contains("**A (sequential) is the fastest");
        assertThat(report(failed)).contains("No variant succeeded.");
    }

    @Test
    void plotsWhenDrawnExpectWellFormedSvgWithALabelForEachVariant() throws Exception {
        MarkdownReport report = new MarkdownReport(
                SETUP, List.of(result(Variant.A, 1, 10, 0, 4), result(Variant.C2, 2, 5, 1, 8)), List.of());
        for (String svg : List.of(report.timePlot(), report.memoryPlot())) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(svg)))
                            .getDocumentElement()
                            .getTextContent())
                    .contains("A sequential", "C2 actors, shipped images");
        }
    }
}
