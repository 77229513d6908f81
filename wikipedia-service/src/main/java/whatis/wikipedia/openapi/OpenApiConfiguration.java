package whatis.wikipedia.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatis.web.openapi.ApiDocument;

/** Adds to what springdoc finds in the code what it can't know. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi() {
        return ApiDocument.of(
                "wikipedia-service",
                "Answers a search term with the start of the Wikipedia article that it finds.",
                "GPL-3.0-only");
    }

    @Bean
    OpenApiCustomizer articleOperation() {
        return new ArticleOperation();
    }
}
