package whatis.service.security;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import whatis.service.Form;
import whatis.service.RunningService;
import whatis.web.BoundsContract;

@TestPropertySource(properties = "whatis.upload.grace=500ms")
class BoundsTests extends RunningService implements BoundsContract {

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "PUT, /, 405",
        "POST, /whatis, 415",
        "PUT, /whatis, 405",
        "PATCH, /whatis/, 405",
        "DELETE, /api/v1/identifications, 405",
        "POST, /api/v1/identifications?top=1, 415"
    })
    void formWhenNobodyReadsItExpectAnswerAlready(String method, String path, int status) throws IOException {
        assertAnsweredAlready(method, path, FORM, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/whatis", "/api/v1/identifications"})
    void clientsWhenTheyTrickleExpectNoThreadHeld(String path) throws Exception {
        assertNoThreadHeld(path, Form.TYPE);
    }
}
