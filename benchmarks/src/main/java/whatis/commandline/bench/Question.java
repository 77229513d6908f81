package whatis.commandline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;

/**
 * A request to classifier-service, and what has to come of it.
 *
 * @param kind what it is called in the report
 * @param contentType empty for none
 */
record Question(String kind, String method, String path, String contentType, byte[] body, Expectation expectation) {

    private static final String BOUNDARY = "----whatis-soak";
    private static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    /** A form with a picture. */
    static Question upload(String kind, String path, byte[] picture, Expectation expectation) {
        return new Question(kind, "POST", path, FORM, form("file", picture), expectation);
    }

    /** A form with parts of this name. */
    static Question form(String kind, String part, int parts, byte[] content, Expectation expectation) {
        byte[][] contents = new byte[parts][];
        Arrays.fill(contents, content);
        return new Question(kind, "POST", "/whatis", FORM, form(part, contents), expectation);
    }

    static Question bare(String kind, String method, String path, Expectation expectation) {
        return new Question(kind, method, path, "", new byte[0], expectation);
    }

    /** The same question, whose body ends before its end. */
    Question cut(String newKind, Expectation newExpectation) {
        return new Question(newKind, method, path, contentType, Arrays.copyOf(body, body.length / 2), newExpectation);
    }

    HttpRequest request(URI service, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(timeout)
                .method(method, BodyPublishers.ofByteArray(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return request.build();
    }

    private static byte[] form(String part, byte[]... contents) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            form.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"picture\"\r\n\r\n"
                    .formatted(BOUNDARY, part)
                    .getBytes(UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(UTF_8));
        }
        form.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
        return form.toByteArray();
    }
}
