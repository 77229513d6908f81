package whatis.service.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatis.web.problem.ProblemTypes;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    ProblemTypes problemTypes() {
        return new ProblemTypes(Problem.values());
    }
}
