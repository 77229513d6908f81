package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LoadPlotTests {

    @Test
    void plotWhenReadSaysWhatIsShown() throws Exception {
        List<Element> texts =
                elements("text", SampleReport.of(SampleReport.round(1, 165, 6), SampleReport.round(8, 900, 8.8)));

        assertThat(texts)
                .extracting(Element::getTextContent)
                .contains("owner/name in bf16", "latency of an image, ms", "throughput, images/s", "1", "8", "p50 900")
                .anyMatch(text -> text.startsWith("Fast <One>"));
    }

    @Test
    void namesWhenLinesMeetDoNotTouch() throws Exception {
        List<Double> heights = elements("text", SampleReport.of(SampleReport.round(1, 165, 6))).stream()
                .filter(text -> text.getTextContent().matches("(p\\d\\d|max) .*"))
                .map(text -> Double.valueOf(text.getAttribute("y")))
                .sorted()
                .toList();

        assertThat(heights).hasSize(4);
        assertThat(IntStream.range(1, 4).mapToDouble(i -> heights.get(i) - heights.get(i - 1)))
                .allMatch(distance -> distance >= 12);
    }

    @Test
    void pointsWhenGreaterStandHigher() throws Exception {
        List<Element> dots =
                elements("circle", SampleReport.of(SampleReport.round(1, 100, 6), SampleReport.round(8, 200, 8.8)));

        // Of each line, the dots follow each other.
        for (int i = 0; i < dots.size(); i += 2) {
            assertThat(Double.parseDouble(dots.get(i + 1).getAttribute("cy")))
                    .isLessThan(Double.parseDouble(dots.get(i).getAttribute("cy")));
        }
        assertThat(dots).hasSize(2 * 5);
    }

    @Test
    void roundWhenNothingWasAnsweredIsLeftOut() throws Exception {
        assertThat(elements("circle", SampleReport.of(SampleReport.failed(8)))).isEmpty();
        assertThat(elements("circle", SampleReport.of(SampleReport.round(1, 100, 6), SampleReport.failed(8))))
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "5.9, 1", "7, 2", "28, 5", "60, 10", "61, 20", "905.3, 200", "0.04, 0.01"})
    void stepWhenChosenIsRoundAndMakesFewTicks(double largest, double step) {
        assertThat(LineChart.step(largest)).isEqualTo(step);
    }

    private static List<Element> elements(String name, Report report) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(LoadPlot.of(report))))
                .getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
