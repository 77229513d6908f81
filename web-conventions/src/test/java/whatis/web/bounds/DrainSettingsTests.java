package whatis.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.unit.DataSize;
import whatis.web.ServiceEnvironment;

class DrainSettingsTests {

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(ServiceEnvironment.read(DrainSettings.class, Map.of()))
                .isEqualTo(new DrainSettings(DataSize.ofGigabytes(1), Duration.ofSeconds(30)));
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(ServiceEnvironment.read(
                        DrainSettings.class, Map.of("WHATIS_DRAIN_LIMIT", "50MB", "WHATIS_DRAIN_DEADLINE", "5s")))
                .isEqualTo(new DrainSettings(DataSize.ofMegabytes(50), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({"LIMIT, -1MB", "DEADLINE, 0s", "DEADLINE, -1s"})
    void settingsWhenOneMakesNoSenseExpectRefusal(String name, String value) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> ServiceEnvironment.read(DrainSettings.class, Map.of("WHATIS_DRAIN_" + name, value)))
                .havingRootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessageContaining("must");
    }
}
