package whatis.service.identification;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers as the lab's service did. */
@RestController
class WhatIsController {

    private static final int CHARACTERS = 500;
    private static final String LANGUAGE = "en";

    private final Identifier identifier;

    WhatIsController(Identifier identifier) {
        this.identifier = identifier;
    }

    @PostMapping(
            path = {"/whatis", "/whatis/"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    WhatIsResponse whatIs(HttpServletRequest request) {
        return WhatIsResponse.of(identifier.identify(request, CHARACTERS, LANGUAGE));
    }
}
