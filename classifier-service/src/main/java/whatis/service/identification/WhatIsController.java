package whatis.service.identification;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import whatis.service.hangup.Client;
import whatis.service.upload.UploadReader;

/** Answers as the lab's service did. */
@RestController
class WhatIsController {

    private static final int CHARACTERS = 500;
    private static final String LANGUAGE = "en";

    private final UploadReader uploads;
    private final Identifier identifier;

    WhatIsController(UploadReader uploads, Identifier identifier) {
        this.uploads = uploads;
        this.identifier = identifier;
    }

    @PostMapping(
            path = {"/whatis", "/whatis/"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    WhatIsResponse whatIs(HttpServletRequest request) {
        return WhatIsResponse.of(identifier.identify(uploads.read(request), Client.of(request), CHARACTERS, LANGUAGE));
    }
}
