package whatis.service.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertProblem;
import static whatis.web.Contracts.json;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void uploadWhenFormInAFormHasNoBoundaryExpectContract() {
        byte[] nested = """
                --edge\r
                Content-Disposition: form-data; name="file"\r
                Content-Type: multipart/mixed\r
                \r
                --inner--\r
                --edge--\r
                """.getBytes(US_ASCII);
        assertProblem(upload(nested), "malformed-multipart");
    }

    @Test
    void uploadWhenBoundaryIsMissingExpectContract() {
        byte[] form = Form.file(Pictures.png()).bytes();
        assertProblem(post("/whatis", form, "Content-Type", "multipart/form-data"), "malformed-multipart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a form", "--other\r\n", "--edge"})
    void uploadWhenThereIsNoWholePartExpectNoFileFound(String body) {
        assertProblem(upload(body.getBytes(US_ASCII)), "missing-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "image/png"})
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
