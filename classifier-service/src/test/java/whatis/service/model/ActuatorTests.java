package whatis.service.model;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import whatis.service.RunningService;

class ActuatorTests extends RunningService {

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void healthWhenModelIsLoadedExpectUp(String probe) {
        assertThat(get("/actuator/health/" + probe).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void infoWhenModelIsLoadedExpectItsDescription() {
        JsonNode model = json(get("/actuator/info")).get("model");
        assertThat(model.propertyNames())
                .containsExactly(
                        "name", "revision", "precision", "arrangement", "arrangedBy", "fused", "fallback", "threads");
        assertThat(model.get("name").asString()).isEqualTo("small-model");
    }

    @Test
    void metricsWhenAskedForExpectPrometheusFormat() {
        get("/actuator/info");
        assertThat(get("/actuator/prometheus").body()).contains("http_server_requests_seconds_count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "loggers", "refresh", "shutdown"})
    void endpointWhenNotMeantForStrangersExpectNotFound(String endpoint) {
        assertThat(get("/actuator/" + endpoint).statusCode()).isEqualTo(404);
    }
}
