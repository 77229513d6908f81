package whatis.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatis.classification.ImageClassifierSettings;
import whatis.classification.engine.Concurrency;
import whatis.classification.engine.Precision;
import whatis.classification.model.ModelFallback;
import whatis.web.ServiceEnvironment;

class ModelSettingsTests {

    private static final ModelSettings DEFAULT = new ModelSettings(
            null, ModelFallback.NONE, Precision.AUTO, "auto", Concurrency.onAllCores(), Duration.ofMillis(6_500));

    @Test
    void settingsWhenNothingIsSetExpectDefaults() {
        assertThat(ServiceEnvironment.read(ModelSettings.class, Map.of())).isEqualTo(DEFAULT);
    }

    @Test
    void settingsWhenVariablesAreEmptyExpectDefaults() {
        assertThat(ServiceEnvironment.read(
                        ModelSettings.class,
                        Map.of("WHATIS_MODEL", "", "WHATIS_MODEL_FALLBACK", "", "WHATIS_PRECISION", "")))
                .isEqualTo(DEFAULT);
    }

    @Test
    void settingsWhenEachIsSetExpectItsValue() {
        assertThat(ServiceEnvironment.read(
                        ModelSettings.class,
                        Map.of(
                                "WHATIS_MODEL", "owner/name@main",
                                "WHATIS_MODEL_FALLBACK", "starter",
                                "WHATIS_PRECISION", "fp32",
                                "WHATIS_ARRANGEMENT", "products",
                                "WHATIS_CONCURRENCY", "3x2x1",
                                "WHATIS_CLASSIFIER_DEADLINE", "5s")))
                .isEqualTo(new ModelSettings(
                        "owner/name@main",
                        ModelFallback.STARTER,
                        Precision.FP32,
                        "products",
                        new Concurrency(3, 2, 1),
                        Duration.ofSeconds(5)));
    }

    @Test
    void classifierSettingsWhenHubsVariablesAreSetExpectThem() {
        ModelSettings settings = new ModelSettings(
                "a/b", ModelFallback.NONE, Precision.BF16, "flash", Concurrency.onAllCores(), Duration.ofSeconds(5));
        ImageClassifierSettings classifier =
                settings.classifierSettings(Map.of("HF_ENDPOINT", "http://hub.example", "HF_HUB_OFFLINE", "1"));
        assertThat(classifier.hub().endpoint()).isEqualTo(URI.create("http://hub.example"));
        assertThat(classifier.hub().offline()).isTrue();
        assertThat(classifier.model()).isEqualTo("a/b");
        assertThat(classifier.precision()).isEqualTo(Precision.BF16);
        assertThat(classifier.deadline()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void settingsWhenDeadlineLeavesNothingToWaitExpectRefusal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelSettings(
                        null,
                        ModelFallback.NONE,
                        Precision.AUTO,
                        "auto",
                        Concurrency.onAllCores(),
                        Duration.ofMillis(2_500)))
                .withMessageStartingWith("deadline must be above 2.5 seconds");
    }
}
