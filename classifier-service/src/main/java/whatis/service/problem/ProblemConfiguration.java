package whatis.service.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what tells problems and counts them. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemMeters problemMeters(MeterRegistry registry) {
        return new ProblemMeters(registry);
    }

    @Bean
    ProblemWriter problemWriter(MeterRegistry registry, ProblemMeters meters, JsonMapper json) {
        return new ProblemWriter(registry, meters, json);
    }
}
