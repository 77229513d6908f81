package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTests {

    @TempDir
    Path home;

    @Test
    void fromEnvironmentWhenNothingIsSetHasPythonsDefaults() {
        HubSettings settings = HubSettings.fromEnvironment(Map.of("HOME", home.toString()));

        assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(settings.token()).isNull();
        assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(settings.offline()).isFalse();
        assertThat(settings.reachTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.stallTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void cacheWhenSeveralVariablesAreSetIsThatOfTheMostSpecific() {
        Map<String, String> xdg = Map.of("HOME", "/h", "XDG_CACHE_HOME", "/x");
        Map<String, String> hf = Map.of("HOME", "/h", "XDG_CACHE_HOME", "/x", "HF_HOME", "~/hf");
        Map<String, String> hub = Map.of("HOME", "/h", "HF_HOME", "/hf", "HF_HUB_CACHE", "/c");

        assertThat(HubSettings.fromEnvironment(xdg).cache()).isEqualTo(Path.of("/x/huggingface/hub"));
        assertThat(HubSettings.fromEnvironment(hf).cache()).isEqualTo(Path.of("/h/hf/hub"));
        assertThat(HubSettings.fromEnvironment(hub).cache()).isEqualTo(Path.of("/c"));
    }

    @Test
    void tokenWhenBothAreThereIsTheVariables() throws IOException {
        Files.writeString(home.resolve("token"), "from-file\n");

        assertThat(HubSettings.fromEnvironment(Map.of("HF_HOME", home.toString()))
                        .token())
                .isEqualTo("from-file");
        assertThat(HubSettings.fromEnvironment(Map.of("HF_HOME", home.toString(), "HF_TOKEN", " from-variable\n"))
                        .token())
                .isEqualTo("from-variable");
    }

    @Test
    void toStringWhenThereIsATokenHidesIt() {
        assertThat(HubSettings.fromEnvironment(Map.of("HF_TOKEN", "hf_secret")))
                .asString()
                .doesNotContain("hf_secret");
    }

    @ParameterizedTest
    @CsvSource({"1,true", "true,true", "ON,true", "yes,true", "0,false", "no,false", "'',false"})
    void offlineWhenSetReadsWhatPythonReads(String value, boolean offline) {
        assertThat(HubSettings.fromEnvironment(Map.of("HF_HUB_OFFLINE", value)).offline())
                .isEqualTo(offline);
    }

    @Test
    void timeoutsWhenSetAreSeconds() {
        HubSettings settings =
                HubSettings.fromEnvironment(Map.of("HF_HUB_ETAG_TIMEOUT", "7", "HF_HUB_DOWNLOAD_TIMEOUT", "60"));

        assertThat(settings.reachTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.stallTimeout()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void endpointWhenItEndsInSlashesLosesThem() {
        assertThat(HubSettings.fromEnvironment(Map.of("HF_ENDPOINT", "http://mirror:81/hub//"))
                        .endpoint())
                .isEqualTo(URI.create("http://mirror:81/hub"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"huggingface.co", "ftp://x", "http://", "http://a b"})
    void endpointWhenItIsNoWebAddressIsRefused(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.fromEnvironment(Map.of("HF_ENDPOINT", endpoint)))
                .withMessageContaining("HF_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-1", "1.5"})
    void timeoutWhenItIsNoPositiveNumberIsRefused(String timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.fromEnvironment(Map.of("HF_HUB_ETAG_TIMEOUT", timeout)));
    }

    @Test
    void cacheWhenTheOlderVariableIsSetIsThatUnlessTheNewerIsToo() {
        Map<String, String> older = Map.of("HF_HOME", "/hf", "HUGGINGFACE_HUB_CACHE", "/older");
        Map<String, String> both = Map.of("HF_HUB_CACHE", "/newer", "HUGGINGFACE_HUB_CACHE", "/older");

        assertThat(HubSettings.fromEnvironment(older).cache()).isEqualTo(Path.of("/older"));
        assertThat(HubSettings.fromEnvironment(both).cache()).isEqualTo(Path.of("/newer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$BASE/hf", "${BASE}/hf", "~/hf"})
    void cacheWhenThePathNamesVariablesExpandsThem(String path) {
        Map<String, String> env = Map.of("HOME", "/h", "BASE", "/h", "HF_HOME", path);

        assertThat(HubSettings.fromEnvironment(env).cache()).isEqualTo(Path.of("/h/hf/hub"));
    }

    @Test
    void cacheWhenThePathNamesAnUnknownVariableKeepsItAsPythonDoes() {
        assertThat(HubSettings.fromEnvironment(Map.of("HF_HUB_CACHE", "/c/$NOWHERE/${x}"))
                        .cache())
                .isEqualTo(Path.of("/c/$NOWHERE/${x}"));
    }

    @ParameterizedTest
    @CsvSource({"'',1,true", "0,1,false", "1,0,true", "'',yes,true"})
    void offlineWhenBothVariablesAreSetIsThatOfTheHub(String hub, String transformers, boolean offline) {
        assertThat(HubSettings.fromEnvironment(Map.of("HF_HUB_OFFLINE", hub, "TRANSFORMERS_OFFLINE", transformers))
                        .offline())
                .isEqualTo(offline);
    }

    @Test
    void tokenWhenSeveralAreThereIsThatOfTheFirstVariable() throws IOException {
        Path file = Files.writeString(home.resolve("elsewhere"), "from-file\n");
        Map<String, String> env = new HashMap<>(Map.of("HF_HOME", "/nowhere", "HF_TOKEN_PATH", file.toString()));
        assertThat(HubSettings.fromEnvironment(env).token()).isEqualTo("from-file");

        env.put("HUGGING_FACE_HUB_TOKEN", "older");
        assertThat(HubSettings.fromEnvironment(env).token()).isEqualTo("older");
        env.put("HF_TOKEN", "newer");
        assertThat(HubSettings.fromEnvironment(env).token()).isEqualTo("newer");
    }

    @Test
    void tokenWhenItWasCopiedOverTwoLinesIsOne() {
        assertThat(HubSettings.fromEnvironment(Map.of("HF_TOKEN", "hf_one\r\ntwo"))
                        .token())
                .isEqualTo("hf_onetwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hf_sec\u201cret", "hf_sec ret", "hf_s\u00e9cret", "hf_sec\tret"})
    void tokenWhenItHasStrangeCharactersIsRefusedWithoutBeingQuoted(String token) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.fromEnvironment(Map.of("HF_TOKEN", token)))
                .withMessageContaining("HF_TOKEN")
                .satisfies(
                        e -> assertThat(e).hasStackTraceContaining("position").hasMessageNotContaining("hf_s"));
        Files.writeString(home.resolve("token"), token);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.fromEnvironment(Map.of("HF_HOME", home.toString())))
                .withMessageContaining("HF_HOME")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("hf_s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:secret@mirror", "user:secret@mirror", "http://user:secret@a b"})
    void endpointWhenItHoldsAPasswordIsRefusedWithoutBeingQuoted(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.fromEnvironment(Map.of("HF_ENDPOINT", endpoint)))
                .withMessageContaining("HF_ENDPOINT")
                .satisfies(e -> assertThat(e).hasNoCause().hasMessageNotContaining("secret"));
    }
}
