package whatis.service.identification;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatis.service.hangup.Client;
import whatis.service.upload.UploadReader;

/** Answers with everything that is known. */
@RestController
class IdentificationController {

    private final UploadReader uploads;
    private final Identifier identifier;
    private final IdentificationSettings settings;

    IdentificationController(UploadReader uploads, Identifier identifier, IdentificationSettings settings) {
        this.uploads = uploads;
        this.identifier = identifier;
        this.settings = settings;
    }

    @PostMapping(
            path = "/api/v1/identifications",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, "image/*", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    IdentificationResponse identify(
            HttpServletRequest request,
            @RequestParam(defaultValue = "5") int top,
            @RequestParam(defaultValue = "500") int characters,
            @RequestParam(defaultValue = "en") String language) {
        Extent extent = new Extent(top, characters, language);
        Identification identification =
                identifier.identify(uploads.read(request), Client.of(request), extent.characters(), extent.language());
        return IdentificationResponse.of(identification, settings.threshold(), extent.top());
    }
}
