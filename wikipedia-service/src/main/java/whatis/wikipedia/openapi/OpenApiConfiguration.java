package whatis.wikipedia.openapi;

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
                        .title("wikipedia-service")
                        .version(VERSION)
                        .description("Answers a search term with the start of the Wikipedia article that it finds. What"
                                + " goes wrong is told as `application/problem+json` (RFC 9457), whose `type` is a page that"
                                + " explains it.")
                        .license(new License().name("GPL-3.0-only").identifier("GPL-3.0-only")))
                // Wherever the document came from.
                .servers(List.of(new Server().url("/")));
    }

    @Bean
    OpenApiCustomizer articleOperation() {
        return new ArticleOperation();
    }

    @Bean
    FilterRegistrationBean<PagePolicy> pagePolicy() {
        FilterRegistrationBean<PagePolicy> policy = new FilterRegistrationBean<>(new PagePolicy());
        policy.addUrlPatterns("/swagger-ui/*");
        return policy;
    }
}
