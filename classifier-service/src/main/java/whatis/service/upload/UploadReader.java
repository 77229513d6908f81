package whatis.service.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

/**
 * Takes the image out of a request: out of a form, or it is the body itself. File name and declared type are never looked
 * at. Safe for use by many threads.
 */
public final class UploadReader {

    /** The addresses that take images, whose bodies arrive before they are handled. */
    public static final List<String> ADDRESSES = List.of("/whatis", "/whatis/", "/api/v1/identifications");

    private static final String PART = "file";

    private final UploadSettings settings;

    UploadReader(UploadSettings settings) {
        this.settings = settings;
    }

    /** Returns the most bytes that an image may have. */
    public int limit() {
        return Math.toIntExact(settings.limit().toBytes());
    }

    /**
     * Returns the bytes of the image, once.
     *
     * @throws ProblemException if there is none or more than one, if the form is malformed, or the image empty or too large
     */
    public byte[] read(HttpServletRequest request) {
        String type = request.getContentType();
        // Spring takes a body without a type for bytes (RFC 9110, 8.3).
        return image(
                Arrivals.body(request),
                type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type));
    }

    byte[] image(byte[] body, MediaType type) {
        if (body.length == 0) {
            throw new ProblemException(Problem.EMPTY_BODY);
        }
        byte[] image = type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                ? new MultipartForm(body, boundary(type)).file(PART)
                : body;
        if (image.length == 0) {
            throw new ProblemException(Problem.EMPTY_FILE);
        }
        if (image.length > limit()) {
            throw new ProblemException(Problem.UPLOAD_TOO_LARGE);
        }
        return image;
    }

    private static String boundary(MediaType form) {
        String boundary = form.getParameter("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new ProblemException(Problem.MISSING_BOUNDARY);
        }
        boolean quoted = boundary.length() > 1 && boundary.startsWith("\"") && boundary.endsWith("\"");
        return quoted ? boundary.substring(1, boundary.length() - 1) : boundary;
    }
}
