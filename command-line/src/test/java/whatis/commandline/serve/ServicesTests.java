package whatis.commandline.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTests {

    private static final Path HOME = Path.of("whatis");

    @Test
    void servicesWhenTheEnvironmentIsEmptyListenOnThisMachine() {
        Services services = Services.of(HOME, Map.of());

        assertThat(services.classifier().url("/whatis/")).hasToString("http://127.0.0.1:8000/whatis/");
        assertThat(services.wikipedia().url("/")).hasToString("http://127.0.0.1:8001/");
    }

    @Test
    void servicesWhenPortsAreGivenHaveThem() {
        Services services = Services.of(HOME, Map.of("WHATIS_CLASSIFIER_PORT", "80", "WHATIS_WIKIPEDIA_PORT", "65535"));

        assertThat(services.classifier().address().getPort()).isEqualTo(80);
        assertThat(services.wikipedia().address().getPort()).isEqualTo(65_535);
    }

    @Test
    void commandWhenNoClassesAreArchivedRunsTheJar(@TempDir Path home) {
        Service service = Services.of(home, Map.of()).classifier();

        assertThat(service.command()).endsWith("-jar", service.jar().toString());
    }

    @ParameterizedTest
    @CsvSource({"classes.jsa, -XX:SharedArchiveFile=", "classes.aot, -XX:AOTCache="})
    void commandWhenClassesAreArchivedRunsTheUnpackedJarWithThem(String name, String flag, @TempDir Path home)
            throws IOException {
        Path unpacked = Files.createDirectories(home.resolve("classifier-service/target/unpacked"));
        Path classes = Files.createFile(unpacked.resolve(name));

        assertThat(Services.of(home, Map.of()).classifier().command())
                .endsWith(
                        flag + classes,
                        "-jar",
                        unpacked.resolve("classifier-service.jar").toString());
    }

    @ParameterizedTest
    @CsvSource({"classifier-service, 2", "wikipedia-service, 1"})
    void graceWhenAServiceStopsIsLongerThanItsPhasesAndShorterThanTheContainers(String name, int phases)
            throws IOException {
        Services services = Services.of(HOME, Map.of());
        Service service = Stream.of(services.classifier(), services.wikipedia())
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow();
        Duration phase = seconds(name + "/src/main/resources/application.yml", "timeout-per-shutdown-phase: ");
        Duration container = seconds("docker-compose.yml", "\n  " + name + ":\n.*?\n    stop_grace_period: ");

        assertThat(service.grace()).isGreaterThan(phase.multipliedBy(phases)).isLessThan(container);
    }

    private static Duration seconds(String file, String before) throws IOException {
        Matcher found = Pattern.compile(before + "(\\d+)s\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..").resolve(file)));
        assertThat(found.find()).as("seconds in " + file).isTrue();
        return Duration.ofSeconds(Long.parseLong(found.group(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "8000.0", "http"})
    void portWhenOutOfRangeIsRefused(String text) {
        assertThatThrownBy(() -> Services.of(HOME, Map.of("WHATIS_WIKIPEDIA_PORT", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WHATIS_WIKIPEDIA_PORT is not a port, 1 to 65535: '" + text + "'");
    }

    @Test
    void portsWhenEqualAreRefused() {
        assertThatThrownBy(() -> Services.of(HOME, Map.of("WHATIS_WIKIPEDIA_PORT", "8000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WHATIS_CLASSIFIER_PORT and WHATIS_WIKIPEDIA_PORT must differ, but both are 8000");
    }

    @ParameterizedTest
    @CsvSource({", http://[0:0:0:0:0:0:0:1]:8001", "https://elsewhere, https://elsewhere"})
    void classifierWhenWikipediaServiceHasAnAddressAsksThereOrWhereItIsTold(@Nullable String told, String url) {
        Map<String, String> environment = new HashMap<>(Map.of("WHATIS_WIKIPEDIA_ADDRESS", "::1"));
        if (told != null) {
            environment.put("WHATIS_WIKIPEDIA_SERVICE_URL", told);
        }

        assertThat(Services.of(HOME, environment).classifier().environment())
                .containsEntry("WHATIS_WIKIPEDIA_SERVICE_URL", url);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 127.0.0.1", "::, 127.0.0.1", "127.0.0.2, 127.0.0.2", "::1, [0:0:0:0:0:0:0:1]"})
    void urlWhenAnAddressIsGivenLeadsThereFromThisMachine(String address, String host) {
        Services services = Services.of(HOME, Map.of("WHATIS_ADDRESS", address));

        assertThat(services.classifier().url("/")).hasToString("http://" + host + ":8000/");
    }

    @Test
    void addressWhenUnreadableIsRefused() {
        assertThatThrownBy(() -> Services.of(HOME, Map.of("WHATIS_ADDRESS", "[x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WHATIS_ADDRESS is not an address: '[x'");
    }
}
