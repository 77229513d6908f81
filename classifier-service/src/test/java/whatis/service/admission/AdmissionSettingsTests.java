package whatis.service.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.service.encyclopedia.EncyclopediaSettings;
import whatis.service.model.ModelSettings;
import whatis.web.ServiceEnvironment;

class AdmissionSettingsTests {

    private static Duration patience(AdmissionSettings settings) {
        return settings.patience(
                ServiceEnvironment.read(ModelSettings.class, Map.of()),
                ServiceEnvironment.read(EncyclopediaSettings.class, Map.of()));
    }

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(ServiceEnvironment.read(AdmissionSettings.class, Map.of()))
                .isEqualTo(new AdmissionSettings(64, Duration.ofSeconds(10)));
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(ServiceEnvironment.read(
                        AdmissionSettings.class,
                        Map.of("WHATIS_ADMISSION_REQUESTS", "8", "WHATIS_ADMISSION_DEADLINE", "20s")))
                .isEqualTo(new AdmissionSettings(8, Duration.ofSeconds(20)));
    }

    @Test
    void patienceWhenAllIsDefaultExpectWhatTheModelsDeadlineLeaves() {
        assertThat(patience(new AdmissionSettings(64, Duration.ofSeconds(10)))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void patienceWhenDeadlinesLeaveNothingExpectRefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patience(new AdmissionSettings(64, Duration.ofSeconds(9))))
                .withMessage(
                        "whatis.admission.deadline must be at least 10000 ms, which the model and the article may take,"
                                + " not 9000 ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001})
    void settingsWhenRequestsMakeNoSenseExpectRefusal(int requests) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmissionSettings(requests, Duration.ofSeconds(10)))
                .withMessageStartingWith("requests must be");
    }
}
