package whatis.wikipedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import whatis.web.ServiceClient;
import whatis.web.ServiceEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WikipediaServiceTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/actuator/info, 200",
        "/actuator/prometheus, 200",
        "/actuator/env, 404",
        "/actuator/metrics, 404",
        "/actuator/heapdump, 404"
    })
    void actuatorWhenAskedExpectOnlyWhatOperatorsNeed(String path, int status) throws Exception {
        assertThat(new ServiceClient(port).get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void serviceWhenNothingIsSetExpectLoopback() {
        var environment = ServiceEnvironment.with(Map.of());
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("server.port")).isEqualTo("8001");
    }

    @Test
    void serviceWhenAddressAndPortAreSetExpectThem() {
        var environment =
                ServiceEnvironment.with(Map.of("WHATIS_WIKIPEDIA_ADDRESS", "0.0.0.0", "WHATIS_WIKIPEDIA_PORT", "9001"));
        assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(environment.getProperty("server.port")).isEqualTo("9001");
    }
}
