package whatis.service.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import whatis.service.upload.UploadReader;

/** Sends the page, which also works while the model is being loaded. */
@RestController
class PageController {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** Nothing but our own files, the pictures that were picked, and no text that becomes a script or HTML. */
    private static final String NEEDS =
            "; connect-src 'self'; img-src 'self' blob: data:; script-src 'self'; style-src 'self'"
                    + "; require-trusted-types-for 'script'; trusted-types 'none'";

    private final String page;
    private final String tag;

    PageController(UploadReader uploads) throws IOException {
        this.page = new ClassPathResource("index.html", PageController.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{uploadLimit}", Integer.toString(uploads.limit()));
        this.tag = DigestUtils.md5DigestAsHex(page.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletResponse response) {
        response.setHeader(CONTENT_SECURITY_POLICY, response.getHeader(CONTENT_SECURITY_POLICY) + NEEDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, PageFiles.CACHING.getHeaderValue());
        return ResponseEntity.ok().eTag(tag).body(page);
    }
}
