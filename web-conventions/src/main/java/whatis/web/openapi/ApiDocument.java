package whatis.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;

/** The head of the document that describes a service's API. */
public final class ApiDocument {

    /** Of the API, not of the program. */
    private static final String VERSION = "1.0.0";

    private ApiDocument() {}

    /**
     * Returns a document without operations, which springdoc adds.
     *
     * @param purpose what the service does, in a sentence
     * @param licence SPDX identifier of the service's licence
     */
    public static OpenAPI of(String service, String purpose, String licence) {
        return new OpenAPI()
                .info(new Info()
                        .title(service)
                        .version(VERSION)
                        .description(
                                purpose + " What goes wrong is told as `application/problem+json` (RFC 9457), whose"
                                        + " `type` is a page that explains it.")
                        .license(new License().name(licence).identifier(licence)))
                // Wherever the document came from.
                .servers(List.of(new Server().url("/")));
    }
}
