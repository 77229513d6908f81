package whatis.service.security;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;
import whatis.web.AccessContract;
import whatis.web.BrowserGuardContract;
import whatis.web.RawConnection;
import whatis.web.RefusalContract;

@TestPropertySource(properties = AccessContract.HOSTS)
class BrowserGuardTests extends RunningService implements BrowserGuardContract, AccessContract, RefusalContract {

    @ParameterizedTest
    @CsvSource({
        "GET, /problems/overloaded, 200",
        "GET, /whatis, 405",
        "POST, /whatis, 415",
        "POST, /api/v1/identifications, 400",
        "TRACE, /whatis, 405",
        "OPTIONS, /whatis, 200"
    })
    void answerWhateverItIsExpectEachHeaderOnce(String method, String path, int status) throws IOException {
        BrowserGuardContract.assertSafe(answer(method, path, ""), status, "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whatis", "/whatis/", "/api/v1/identifications"})
    void answerWhenPictureIsIdentifiedExpectEachHeaderOnce(String path) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            byte[] form = Form.file(Pictures.png()).bytes();
            connection.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                    + Form.TYPE + "\r\nContent-Length: " + form.length + "\r\n\r\n");
            connection.write(form);
            BrowserGuardContract.assertSafe(connection.answer(), 200, "no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whatis", "/api/v1/identifications"})
    void preflightWhenItComesFromAnotherOriginExpectRefusal(String path) throws IOException {
        assertPreflightRefused(path);
    }
}
