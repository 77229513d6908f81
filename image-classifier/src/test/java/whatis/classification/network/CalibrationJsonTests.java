package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationJsonTests {

    private static final Calibration CALIBRATION = new Calibration(
            "0123456789abcdef".repeat(4),
            "2.7.1",
            false,
            List.of(new LinearLayer("p10", 576, 192), new LinearLayer("p2", 192, 576), new LinearLayer("p7", 7, 192)),
            Map.of("p10", new InputRange(-1.5e-7f, 3.1415927f), "p7", new InputRange(-0f, 1e30f)));

    @Test
    void calibrationWhenWrittenIsReadAsItWas() {
        Calibration read = read(CalibrationJson.write(CALIBRATION));
        assertThat(read).isEqualTo(CALIBRATION);
        assertThat(read.layers()).extracting(LinearLayer::name).containsExactly("p10", "p2", "p7");
        assertThat(read.range("p2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": 1 | \"format\": 2 | format is 2",
                "\"format\": 1, | '' | format is missing",
                "\"synthetic\": false, | '' | missing fields [synthetic]",
                "\"synthetic\": false | \"synthetic\": \"no\" | synthetic is",
                "\"synthetic\": false | \"synthetic\": false, \"smoothing\": 1 | unknown fields [smoothing]",
                "\"checkpoint\": \"01 | \"checkpoint\": \"../01 | checkpoint",
                "\"libtorch\": \"2.7.1\" | \"libtorch\": \"\" | libtorch",
                "\"inputs\": 576 | \"inputs\": 0 | inputs",
                "\"inputs\": 576, | '' | missing fields [inputs]",
                "\"min\": -1.5E-7, | '' | missing fields [min]",
                "\"min\": -1.5E-7 | \"min\": NaN | min is NaN, not a number",
                "\"min\": -1.5E-7 | \"min\": -1e300 | range",
                "\"min\": -1.5E-7 | \"min\": 0.5 | range",
                "\"max\": 1.0E30 | \"max\": Infinity | max is Infinity",
                "\"max\": 1.0E30 | \"max\": -1 | range",
                "\"int8\": false | \"int8\": false, \"min\": 0 | unknown fields [min]",
                "\"int8\": false | \"int8\": 0 | int8 is 0",
                "{\"outputs\": 192, \"inputs\": 576, \"int8\": false} | null | p2 is missing",
                "} | ]} | not a valid JSON object"
            })
    void fileWhenAlteredIsRefusedByName(String text, String replacement, String complaint) {
        String written = CalibrationJson.write(CALIBRATION);
        String altered = written.replace(text, replacement);
        assertThat(altered).isNotEqualTo(written);
        assertThatThrownBy(() -> read(altered))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("kept.json")
                .hasMessageContaining(complaint)
                .hasMessageContaining("./whatis calibrate --images DIR");
    }

    @Test
    void harmsAndJudgementWhenWrittenAreReadAsTheyWere() {
        Calibration judged = CALIBRATION
                .withHarm("p2", 0.125)
                .judged(new Judgement(60, 50, 49, 2, 0.8, "Some \"CPU\" @ 2 GHz", 0.0625));
        Calibration read = read(CalibrationJson.write(judged));
        assertThat(read).isEqualTo(judged);
        assertThat(read.judgement().orElseThrow().processor()).isEqualTo("Some ?CPU? @ 2 GHz");
    }

    @Test
    void judgementWhenItContradictsItselfIsRefused() {
        String written = CalibrationJson.write(CALIBRATION.judged(new Judgement(60, 50, 49, 2, 0.8, "CPU", 0.1)));
        assertThatThrownBy(() -> read(written.replace("\"changed\": 2", "\"changed\": 0")))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("contradicts itself");
    }

    @Test
    void layersWhenOthersAreRefused() {
        assertThatThrownBy(() -> CALIBRATION.requireLayers(List.of(new LinearLayer("p10", 576, 192))))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining("./whatis calibrate");
    }

    @Test
    void layerWhenLeftOutHasNoRange() {
        Calibration fewer = CALIBRATION.without(List.of("p7"));
        assertThat(fewer.range("p7")).isEmpty();
        assertThat(fewer.range("p10")).contains(new InputRange(-1.5e-7f, 3.1415927f));
    }

    private static Calibration read(String text) {
        return CalibrationJson.read("kept.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
