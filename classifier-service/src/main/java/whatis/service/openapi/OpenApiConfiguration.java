package whatis.service.openapi;

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
                "classifier-service", "Tells what a picture shows and what Wikipedia says about it.", "Apache-2.0");
    }

    @Bean
    OpenApiCustomizer pictureOperations() {
        return new PictureOperations();
    }
}
