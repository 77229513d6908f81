package whatis.service.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.web.ServiceEnvironment;

class EncyclopediaSettingsTests {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static EncyclopediaSettings settings(Map<String, Object> variables) {
        return ServiceEnvironment.read(EncyclopediaSettings.class, variables);
    }

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new EncyclopediaSettings(
                        URI.create("http://127.0.0.1:8001"),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5)));
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(settings(Map.of(
                        "WHATIS_WIKIPEDIA_SERVICE_URL", "http://wiki.example:81",
                        "WHATIS_ENCYCLOPEDIA_CONNECT_TIMEOUT", "1s",
                        "WHATIS_ENCYCLOPEDIA_READ_TIMEOUT", "2s",
                        "WHATIS_ENCYCLOPEDIA_RECOVERY", "3s")))
                .isEqualTo(new EncyclopediaSettings(
                        URI.create("http://wiki.example:81"), SECOND, Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }

    @Test
    void urlWhenPortOfWikipediaServiceIsSetExpectIt() {
        assertThat(settings(Map.of("WHATIS_WIKIPEDIA_PORT", "9001")).url())
                .isEqualTo(URI.create("http://127.0.0.1:9001"));
    }

    @Test
    void deadlineWhenAllIsDefaultExpectConnectAndRead() {
        assertThat(settings(Map.of()).deadline()).isEqualTo(Duration.ofMillis(3_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wiki.example", "ftp://wiki.example", "http:///articles"})
    void settingsWhenUrlIsNoneExpectRefusal(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncyclopediaSettings(URI.create(url), SECOND, SECOND, SECOND))
                .withMessageStartingWith("url must be");
    }

    @Test
    void settingsWhenUrlNamesAUserExpectRefusalWithoutThePassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new EncyclopediaSettings(URI.create("http://me:secret@wiki.example"), SECOND, SECOND, SECOND))
                .withMessageNotContaining("secret");
    }

    @Test
    void settingsWhenTimeIsZeroExpectRefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncyclopediaSettings(URI.create("http://x"), SECOND, Duration.ZERO, SECOND))
                .withMessageContaining("above zero");
    }
}
