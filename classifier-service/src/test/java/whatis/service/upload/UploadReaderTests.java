package whatis.service.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertProblem;
import static whatis.web.Contracts.json;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.image.BareJpeg;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;

/** Every row of the table of errors that an upload can end in, as a client sees it. */
class UploadReaderTests extends RunningService {

    private static final int LIMIT = 10 << 20;

    private HttpResponse<String> upload(byte[] body) {
        return post("/whatis", body);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Stream.of(pieces).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    @Test
    void uploadWhenPartIsMissingExpectContract() {
        assertProblem(
                upload(new Form()
                        .add("form-data; name=\"image\"", Pictures.png())
                        .bytes()),
                "missing-file");
        assertProblem(upload(new Form().bytes()), "missing-file");
    }

    @Test
    void uploadWhenFileIsEmptyExpectContract() {
        assertProblem(upload(Form.file(new byte[0]).bytes()), "empty-file");
    }

    @Test
    void uploadWhenThereAreTwoFilesExpectContract() {
        byte[] two = Form.file(Pictures.png())
                .add("form-data; name=\"file\"", Pictures.png())
                .bytes();
        assertProblem(upload(two), "several-files");
    }

    @Test
    void uploadWhenThereAreManyOtherPartsExpectAnswer() {
        Form form = Form.file(Pictures.png());
        for (int i = 0; i < 500; i++) {
            form.add("form-data; name=\"field" + i + "\"", new byte[1]);
        }
        assertThat(upload(form.bytes()).statusCode()).isEqualTo(200);
    }

    @Test
    void uploadWhenFormIsCutExpectContract() {
        byte[] whole = Form.file(Pictures.png()).bytes();
        assertProblem(upload(Arrays.copyOf(whole, whole.length - 10)), "malformed-multipart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed", "multipart/form-data", "nonsense"})
    void uploadWhenPartDeclaresAnyTypeExpectItNotLookedAt(String type) {
        byte[] form = new String(Form.file(Pictures.png()).bytes(), ISO_8859_1)
                .replace("image/png", type)
                .getBytes(ISO_8859_1);
        assertThat(upload(form).statusCode()).isEqualTo(200);
    }

    static Stream<String> fileNames() {
        String chinese = "\u5199".repeat(251) + ".jpg";
        String encoded = URLEncoder.encode(chinese, UTF_8);
        return Stream.of(
                "filename=\"" + chinese + "\"",
                "filename=\"" + encoded + "\"",
                "filename*=utf-8''" + encoded,
                "filename=\"" + encoded + "\"; filename*=utf-8''" + encoded,
                "filename*=UTF-8'bad%2",
                "filename=\"my \"best\" photo.jpg\"",
                "filename=\"of; name=\\\"other\\\"\"",
                "filename=\"without an end");
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void uploadWhenFileHasAnyNameExpectItNotLookedAt(String fileName) {
        byte[] disposition =
                ("--edge\r\nContent-Disposition: form-data; name=\"file\"; " + fileName + "\r\n\r\n").getBytes(UTF_8);
        assertThat(upload(joined(disposition, Pictures.png(), "\r\n--edge--\r\n".getBytes(US_ASCII)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void uploadWhenFileNameComesFirstExpectPartFound() {
        byte[] form = new Form()
                .add("form-data; filename=\"a; name=b.jpg\"; name=file", Pictures.png())
                .bytes();
        assertThat(upload(form).statusCode()).isEqualTo(200);
    }

    @Test
    void uploadWhenBoundaryIsMissingExpectContract() {
        byte[] form = Form.file(Pictures.png()).bytes();
        assertProblem(post("/whatis", form, "Content-Type", "multipart/form-data"), "missing-boundary");
    }

    @Test
    void uploadWhenBoundaryIsQuotedExpectAnswer() {
        byte[] form = Form.file(Pictures.png()).bytes();
        assertThat(post("/whatis", form, "Content-Type", "multipart/form-data; boundary=\"edge\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void uploadWhenLinesEndInLineFeedsExpectContract() {
        byte[] form = new String(Form.file(Pictures.png()).bytes(), ISO_8859_1)
                .replace("\r\n", "\n")
                .getBytes(ISO_8859_1);
        assertProblem(upload(form), "bare-line-feeds");
    }

    @Test
    void uploadWhenBodyIsCompressedExpectContract() {
        assertProblem(
                post("/whatis", Form.file(Pictures.png()).bytes(), "Content-Encoding", "gzip"),
                "unsupported-content-encoding");
        assertThat(post("/whatis", Form.file(Pictures.png()).bytes(), "Content-Encoding", "identity")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void uploadWhenBodyIsEmptyExpectContract() {
        assertProblem(upload(new byte[0]), "empty-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a form", "--other\r\n", "--edge", "--edge\r\n", "--edge\r\nA: b\r\n--edge--"})
    void uploadWhenBodyIsNoWholeFormExpectContract(String body) {
        assertProblem(upload(body.getBytes(US_ASCII)), "malformed-multipart");
    }

    @Test
    void uploadWhenHeadersOfAPartAreEndlessExpectContract() {
        byte[] form = new Form()
                .add("form-data; name=\"file\"; x=" + "x".repeat(20_000), Pictures.png())
                .bytes();
        assertProblem(upload(form), "malformed-multipart");
    }

    @Test
    void uploadWhenImageHoldsTheBoundaryWithinALineExpectAllOfIt() {
        byte[] image = joined(Pictures.png(), "\r\n--edges\r\n--edge:".getBytes(US_ASCII));
        assertThat(upload(Form.file(image).bytes()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "multipart/mixed", "image/png"})
    void uploadWhenBodyIsNoFormExpectContract(String type) {
        HttpResponse<String> response = post("/whatis", Pictures.png(), "Content-Type", type);
        assertProblem(response, "unsupported-media-type");
        assertThat(response.headers().firstValue("Accept")).contains("multipart/form-data");
    }

    @Test
    void uploadWhenMethodIsWrongExpectContract() {
        HttpResponse<String> response = get("/whatis");
        assertProblem(response, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void uploadWhenClientTakesNoJsonExpectContract() {
        HttpResponse<String> response =
                post("/whatis", Form.file(Pictures.png()).bytes(), "Accept", "text/html");
        assertProblem(response, "not-acceptable");
        assertThat(response.headers().firstValue("Accept")).contains("application/json");
    }

    @Test
    void uploadWhenFileIsNoImageExpectContract() {
        assertProblem(upload(Form.file("just text".getBytes(US_ASCII)).bytes()), "unsupported-image-format");
    }

    @Test
    void uploadWhenFormatIsKnownButNotReadExpectItsName() {
        HttpResponse<String> response = upload(Form.file("\0\0\0\30ftypavif\0\0\0\0avifmif1".getBytes(US_ASCII))
                .bytes());
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).get("type").asString()).isEqualTo("/problems/unsupported-image-format");
        assertThat(json(response).get("detail").asString())
                .isEqualTo("This is an AVIF image, which is not read; save or export it as JPEG.");
    }

    @Test
    void uploadWhenVariantIsNotReadExpectItsName() {
        byte[] arithmetic = new BareJpeg().frame(0xc9, 8, 8).scan(0, 63).end();
        HttpResponse<String> response = upload(Form.file(arithmetic).bytes());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).get("type").asString()).isEqualTo("/problems/unreadable-image");
        assertThat(json(response).get("detail").asString())
                .isEqualTo("The JPEG image is of a variant that can't be read: arithmetic coding.");
    }

    @Test
    void uploadWhenImageIsCutExpectContract() {
        byte[] image = Pictures.png();
        assertProblem(upload(Form.file(Arrays.copyOf(image, image.length / 2)).bytes()), "unreadable-image");
    }

    @Test
    void uploadWhenImageDeclaresTooManyPixelsExpectContract() {
        assertProblem(upload(Form.file(Pictures.png(10_000, 5_001)).bytes()), "image-too-large");
    }

    @Test
    void uploadWhenFileIsAsLargeAsAllowedExpectItRead() {
        assertProblem(upload(Form.file(new byte[LIMIT]).bytes()), "unsupported-image-format");
    }

    @Test
    void uploadWhenFileIsTooLargeExpectContract() {
        assertProblem(upload(Form.file(new byte[LIMIT + 1]).bytes()), "upload-too-large");
        assertProblem(upload(Form.file(new byte[5 * LIMIT]).bytes()), "upload-too-large");
    }

    @Test
    void uploadWhenItsSizeIsNotDeclaredExpectContractAllTheSame() {
        byte[] body = Form.file(new byte[5 * LIMIT]).bytes();
        HttpRequest chunked = HttpRequest.newBuilder(address("/whatis"))
                .header("Content-Type", Form.TYPE)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .build();
        assertProblem(send(chunked), "upload-too-large");
    }

    @Test
    void uploadWhenClientWaitsForLeaveExpectContractAndAnswers() {
        HttpRequest.Builder waiting = HttpRequest.newBuilder(address("/whatis"))
                .header("Content-Type", Form.TYPE)
                .expectContinue(true);
        assertProblem(
                send(waiting.copy()
                        .POST(BodyPublishers.ofByteArray(
                                Form.file(new byte[2 * LIMIT]).bytes()))
                        .build()),
                "upload-too-large");
        HttpRequest small = waiting.POST(
                        BodyPublishers.ofByteArray(Form.file(Pictures.png()).bytes()))
                .build();
        assertThat(send(small).statusCode()).isEqualTo(200);
    }

    @Test
    void uploadWhenConnectionIsKeptExpectNextRequestAnswered() {
        for (int i = 0; i < 3; i++) {
            assertProblem(upload(Form.file(new byte[2 * LIMIT]).bytes()), "upload-too-large");
            assertThat(upload(Form.file(Pictures.png()).bytes()).statusCode()).isEqualTo(200);
        }
    }
}
