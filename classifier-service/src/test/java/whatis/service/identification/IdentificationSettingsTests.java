package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.web.ServiceEnvironment;

class IdentificationSettingsTests {

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(ServiceEnvironment.read(IdentificationSettings.class, Map.of()))
                .isEqualTo(new IdentificationSettings(0.80, true));
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(ServiceEnvironment.read(
                        IdentificationSettings.class, Map.of("WHATIS_THRESHOLD", "0.5", "WHATIS_SENSES", "off")))
                .isEqualTo(new IdentificationSettings(0.5, false));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void settingsWhenThresholdIsNoScoreExpectRefusal(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdentificationSettings(threshold, true))
                .withMessageStartingWith("threshold must be 0 to 1");
    }
}
