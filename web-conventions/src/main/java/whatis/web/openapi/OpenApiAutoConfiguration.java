package whatis.web.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Adds to what springdoc finds in the code what it can't know, whatever the service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
class OpenApiAutoConfiguration {

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    FilterRegistrationBean<PagePolicy> pagePolicy() {
        FilterRegistrationBean<PagePolicy> policy = new FilterRegistrationBean<>(new PagePolicy());
        policy.addUrlPatterns("/swagger-ui/*");
        return policy;
    }
}
