package whatis.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Tells, explains and counts the {@link ProblemTypes} of a service. */
// Before Boot's own controller of errors, which makes way for ours.
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
class ProblemAutoConfiguration {

    @Bean
    ProblemController problemController(ProblemTypes problems) {
        return new ProblemController(problems);
    }

    @Bean
    ProblemMeters problemMeters(ProblemTypes problems, MeterRegistry registry) {
        return new ProblemMeters(problems, registry);
    }

    @Bean
    ProblemWriter problemWriter(MeterRegistry registry, ProblemTypes problems, ProblemMeters meters, JsonMapper json) {
        return new ProblemWriter(registry, problems, meters, json);
    }
}
