package whatis.service.upload;

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

class UploadSettingsTests {

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(ServiceEnvironment.read(UploadSettings.class, Map.of()))
                .isEqualTo(new UploadSettings(
                        DataSize.ofMegabytes(10),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        DataSize.ofKilobytes(16)));
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(ServiceEnvironment.read(
                        UploadSettings.class,
                        Map.of(
                                "WHATIS_UPLOAD_LIMIT", "5MB",
                                "WHATIS_UPLOAD_DEADLINE", "20s",
                                "WHATIS_UPLOAD_GRACE", "2s",
                                "WHATIS_UPLOAD_RATE", "1KB")))
                .isEqualTo(new UploadSettings(
                        DataSize.ofMegabytes(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(2),
                        DataSize.ofKilobytes(1)));
    }

    @ParameterizedTest
    @CsvSource({"LIMIT, 0MB", "LIMIT, 2GB", "DEADLINE, 0s", "GRACE, -1s", "RATE, 0B", "RATE, 2GB"})
    void settingsWhenOneMakesNoSenseExpectRefusal(String name, String value) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> ServiceEnvironment.read(UploadSettings.class, Map.of("WHATIS_UPLOAD_" + name, value)))
                .havingRootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessageContaining("must");
    }
}
