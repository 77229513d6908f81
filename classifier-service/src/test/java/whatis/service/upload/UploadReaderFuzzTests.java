package whatis.service.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import whatis.service.Form;
import whatis.service.problem.Problem;
import whatis.web.problem.ProblemException;

class UploadReaderFuzzTests {

    private static final int LIMIT = 1_000;

    private static final Set<Problem> PROBLEMS_OF_UPLOADS = Set.of(
            Problem.EMPTY_BODY,
            Problem.MISSING_FILE,
            Problem.EMPTY_FILE,
            Problem.SEVERAL_FILES,
            Problem.MALFORMED_MULTIPART,
            Problem.BARE_LINE_FEEDS,
            Problem.UPLOAD_TOO_LARGE);

    private static final Duration LONG = Duration.ofSeconds(10);

    private final UploadReader reader =
            new UploadReader(new UploadSettings(DataSize.ofBytes(LIMIT), LONG, LONG, DataSize.ofBytes(1)));

    static Stream<byte[]> forms() {
        byte[] image = {1, 2, 3};
        return Stream.of(
                Form.file(image).bytes(),
                Form.file(new byte[LIMIT + 1]).bytes(),
                Form.file(image).add("form-data; name=\"file\"", image).bytes(),
                new Form().add("form-data; name=\"other\"", image).bytes(),
                new Form()
                        .add("form-data; name=\"file\"; filename*=utf-8''%e2%82%ac.png", new byte[0])
                        .bytes(),
                """
                        --edge\r
                        Content-Type: multipart/mixed; boundary=inner\r
                        Content-Disposition: form-data; name="file"\r
                        \r
                        --inner\r
                        Content-Disposition: file; filename="a"\r
                        \r
                        x\r
                        --inner--\r
                        --edge--\r
                        """.getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("forms")
    @FuzzTest
    void readWhenBytesAreAnyReturnsImageOrNamesProblem(byte[] body) {
        try {
            assertThat(reader.image(body, MediaType.parseMediaType(Form.TYPE))).hasSizeBetween(1, LIMIT);
        } catch (ProblemException problem) {
            assertThat(problem.problem()).isIn(PROBLEMS_OF_UPLOADS);
        }
    }
}
