package whatis.service.problem;

import org.springframework.http.HttpStatusCode;
import whatis.web.problem.Explanation;
import whatis.web.problem.ProblemType;

/** All problems that a client can be told. */
public enum Problem implements ProblemType {
    EMPTY_BODY(
            400,
            "The request has no body.",
            "A file without content, or a program that sends a file it has already read to its end.",
            "Send the image as a form: curl -F file=@IMAGE."),
    MISSING_FILE(
            400,
            "The form has no part called file.",
            "The form is empty, or its part has another name.",
            "Send the image as multipart/form-data: curl -F file=@IMAGE."),
    EMPTY_FILE(
            400,
            "The part called file is empty.",
            "A file without content, or a program that sends a file it has already read to its end.",
            "Check that the file to send exists and has a content."),
    SEVERAL_FILES(
            400,
            "The form has several parts called file.",
            "A form field that takes several files at once.",
            "Send one image in each request."),
    MALFORMED_MULTIPART(
            400,
            "The body is not a multipart form, or ends before the form does.",
            "A Content-Type with another boundary than the body has, or a body that was cut off.",
            "Leave the Content-Type to your HTTP client: it has to name the boundary that stands between the parts."),
    MISSING_BOUNDARY(
            400,
            "The Content-Type of the form names no boundary.",
            "A program that sets the Content-Type itself, without the boundary that its HTTP library has chosen.",
            "Leave the Content-Type to your HTTP client: it has to name the boundary that stands between the parts."),
    BARE_LINE_FEEDS(
            400,
            "The lines of the form end in LF, not in CR LF.",
            "A form written by hand, or by a script with the line ends of a text file.",
            "End the lines of boundaries and headers in CR LF, or leave the form to your HTTP client."),
    INVALID_PARAMETER(
            400,
            "A parameter is not valid: top takes 1 to 20, characters 1 to 10000, language a code such as en or zh-tw.",
            "A number out of its range, a language with capital letters, or a value that isn't encoded.",
            "Leave a parameter out to get its default. Languages are given by two letters (ISO 639-1), or as variants such"
                    + " as zh-tw."),
    INVALID_REQUEST(
            400,
            "The request cannot be understood.",
            "The address has characters that must be encoded, or a header is malformed.",
            "Check the address and the headers."),
    NOT_FOUND(
            404,
            "There is nothing at this address.",
            "A typing error in the address.",
            "Images are sent to /whatis or /api/v1/identifications."),
    METHOD_NOT_ALLOWED(
            405,
            "This address does not take this method.",
            "A browser that opens the address sends GET, while images come with POST.",
            "The header Allow lists the methods it takes."),
    NOT_ACCEPTABLE(
            406,
            "The answer is JSON, which the request does not accept.",
            "The header Accept names other types only.",
            "Send Accept: application/json."),
    UPLOAD_TIMEOUT(
            408,
            "The image did not arrive in time.",
            "A slow or broken connection: an upload has to bring 16 KB a second, and all of it within a minute.",
            "Send a smaller image, or over a faster connection."),
    UPLOAD_TOO_LARGE(
            413,
            "The upload is larger than this service accepts.",
            "A photograph as the camera made it, or a file that is no photograph.",
            "The limit is 10 MiB unless the operator set another. Images of 1000 pixels a side lose nothing here."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body has to be multipart/form-data, or at /api/v1/identifications the image itself.",
            "A Content-Type that says something else, or the image itself at /whatis, which takes forms alone.",
            "The header Accept lists the types. Send the image as the part file of a form: curl -F file=@IMAGE."),
    UNSUPPORTED_CONTENT_ENCODING(
            415,
            "The body is compressed, which this service does not read.",
            "A program or a proxy that sends its requests with a Content-Encoding such as gzip.",
            "Send the body as it is: images are compressed already."),
    UNSUPPORTED_IMAGE_FORMAT(
            415,
            "The file is not a JPEG, PNG, GIF, BMP, WebP or TIFF.",
            "A photograph in a newer format such as HEIC or AVIF, a drawing such as SVG, or another kind of file.",
            "The bytes of the file decide, not its name or declared type. Save it as JPEG."),
    UNREADABLE_IMAGE(
            422,
            "The image is damaged, incomplete or too expensive to decode.",
            "A download or copy that broke off, a rare variant of the format, or an image made to keep its readers busy.",
            "Open and save it as JPEG with an image editor, then send the new file."),
    IMAGE_TOO_LARGE(
            422,
            "The image has more than 50 million pixels, or takes more memory than this service has.",
            "A panorama, a scan or a stitched map; its header tells the size, which need not fit the size of the file.",
            "Scale it down; 1000 pixels a side are plenty."),
    UNEXPECTED_IMAGE_SIZE(
            422,
            "The model takes only images of its own size.",
            "The checkpoint of the model has do_resize set to false.",
            "The operator chose a model that does not resize. Scale the image to the size that the model names."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here.",
            "An error in this service.",
            "The operator's log says more. Trying again may help."),
    ENCYCLOPEDIA_ERROR(
            502,
            "Wikipedia gave no usable answer. Try again later.",
            "Wikipedia, or something on the way there, answered with an error or with something else than JSON.",
            "Only the article is missing: the prediction stands."),
    STARTING(
            503,
            "The model is being loaded.",
            "The service was started a moment ago; a first start downloads the model.",
            "Try again after the time in Retry-After."),
    STOPPING(
            503,
            "The service is shutting down.",
            "The operator stops or restarts the service.",
            "Try again after the time in Retry-After, or ask another instance."),
    OVERLOADED(
            503,
            "More images are waiting than can be answered in time.",
            "Many clients at once, or a processor that has other work to do.",
            "Try again after the time in Retry-After, which follows from the work that is waiting."),
    ENCYCLOPEDIA_UNAVAILABLE(
            503,
            "Wikipedia cannot be asked now. Try again later.",
            "Wikipedia or wikipedia-service is down, or as many requests have left as Wikipedia allows.",
            "Only the article is missing: the prediction stands."),
    ENCYCLOPEDIA_TIMEOUT(
            504,
            "Wikipedia took too long to answer. Try again later.",
            "Wikipedia or the way there is slow.",
            "Only the article is missing: the prediction stands.");

    private final Explanation explanation;

    Problem(int status, String sentence, String cause, String remedy) {
        this.explanation = new Explanation(status, sentence, cause, remedy);
    }

    @Override
    public Explanation explanation() {
        return explanation;
    }

    /** Of the statuses that aren't named as their problem is, the framework chooses this one. */
    @Override
    public boolean standsFor(HttpStatusCode chosen) {
        return ProblemType.super.standsFor(chosen) || this == UPLOAD_TOO_LARGE && chosen.value() == 413;
    }
}
