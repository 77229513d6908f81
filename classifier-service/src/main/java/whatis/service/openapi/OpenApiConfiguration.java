package whatis.service.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to what springdoc finds in the code what it can't know. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** Of the API, not of the program. */
    private static final String VERSION = "1.0.0";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("classifier-service")
                        .version(VERSION)
                        .description(
                                "Tells what a picture shows and what Wikipedia says about it. What goes wrong is told"
                                        + " as `application/problem+json` (RFC 9457), whose `type` is a page that explains it.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                // Wherever the document came from.
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer pictureOperations() {
        return new PictureOperations();
    }

    @Bean
    FilterRegistrationBean<PagePolicy> pagePolicy() {
        FilterRegistrationBean<PagePolicy> policy = new FilterRegistrationBean<>(new PagePolicy());
        policy.addUrlPatterns("/swagger-ui/*");
        return policy;
    }
}
