package whatis.service.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RawConnection;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;

/** What others send, as it stands in the log of the running service. */
@ExtendWith(OutputCaptureExtension.class)
class LogTests extends RunningService {

    private static final String FORGERY =
            "\r\n2026-11-24T00:00:00.000Z ERROR Model: forged \u001b[31m\u009b2J\u202e\u2028";

    @Test
    void logWhenEncyclopediaSendsControlCharactersExpectOneLineAndNoneOfThem(CapturedOutput log) {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(500, "nonsense" + FORGERY));
        post("/whatis", Form.file(Pictures.png()).bytes());
        assertThat(log.toString()).contains("nonsense");
        assertNothingForged(log);
    }

    @Test
    void logWhenAnExceptionQuotesControlCharactersExpectNoLineOfItsOwn(CapturedOutput log) {
        LoggerFactory.getLogger(LogTests.class).error("first line", new IllegalStateException("quoted" + FORGERY));
        assertThat(log.toString()).contains("first line", "quoted", "\n    \tat ");
        assertNothingForged(log);
    }

    @Test
    void logWhenAFileNameForgesLinesExpectNothingOfIt(CapturedOutput log) throws Exception {
        String disposition = "form-data; name=\"file\"; filename=\"forged.png\u001b[31m\nforged: forged\"";
        post("/whatis", new Form().add(disposition, Pictures.png()).bytes());
        post(
                "/whatis",
                new Form().add(disposition, "no picture".getBytes(UTF_8)).bytes());
        try (RawConnection connection = new RawConnection(port)) {
            connection.write("GET /forged\u001b[31m HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400");
        }
        get("/forged%0d%0aforged%1b%5b31m");
        assertNothingForged(log);
    }

    private static void assertNothingForged(CapturedOutput log) {
        assertThat(log.toString()).doesNotContain("\r", "\u001b", "\u009b", "\u202e", "\u2028");
        assertThat(log.toString().lines().filter(line -> line.matches("(?i)(2026.*ERROR Model|forged).*")))
                .isEmpty();
    }
}
