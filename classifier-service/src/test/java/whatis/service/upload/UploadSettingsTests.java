package whatis.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import whatis.service.Settings;

class UploadSettingsTests {

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(Settings.read(UploadSettings.class, Map.of()))
                .isEqualTo(new UploadSettings(
                        DataSize.ofMegabytes(10),
                        Duration.ofMinutes(1),
                        DataSize.ofGigabytes(1),
                        Duration.ofSeconds(30)));
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(Settings.read(
                        UploadSettings.class,
                        Map.of(
                                "WHATIS_UPLOAD_LIMIT", "5MB",
                                "WHATIS_UPLOAD_DEADLINE", "20s",
                                "WHATIS_UPLOAD_DRAIN_LIMIT", "50MB",
                                "WHATIS_UPLOAD_DRAIN_DEADLINE", "5s")))
                .isEqualTo(new UploadSettings(
                        DataSize.ofMegabytes(5),
                        Duration.ofSeconds(20),
                        DataSize.ofMegabytes(50),
                        Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({"0MB, 1s, 1MB, 1s", "2GB, 1s, 1MB, 1s", "1MB, 0s, 1MB, 1s", "1MB, 1s, -1MB, 1s", "1MB, 1s, 1MB, -1s"})
    void settingsWhenOneMakesNoSenseExpectRefusal(String limit, String deadline, String drain, String drainDeadline) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UploadSettings(
                        DataSize.parse(limit), duration(deadline), DataSize.parse(drain), duration(drainDeadline)))
                .withMessageContaining("must");
    }

    private static Duration duration(String text) {
        return Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
    }
}
