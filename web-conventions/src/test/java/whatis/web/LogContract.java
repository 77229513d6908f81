package whatis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What strangers send, as it stands in the log of a running service. */
@ExtendWith(OutputCaptureExtension.class)
public interface LogContract {

    /** Would begin a line of its own, and colour, erase and turn what follows. */
    String FORGERY = "\r\n2026-11-24T00:00:00.000Z ERROR Model: forged \u001b[31m\u009b2J\u202e\u2028";

    int port();

    @Test
    default void logWhenAnExceptionQuotesControlCharactersExpectNoLineOfItsOwn(CapturedOutput log) {
        LoggerFactory.getLogger(LogContract.class).error("first line", new IllegalStateException("quoted" + FORGERY));
        assertThat(log.toString()).contains("first line", "quoted", "\n    \tat ");
        assertNothingForged(log);
    }

    @Test
    default void logWhenAnAddressForgesLinesExpectNothingOfIt(CapturedOutput log) throws Exception {
        try (RawConnection connection = new RawConnection(port())) {
            connection.write("GET /forged\u001b[31m HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400");
        }
        assertThat(new ServiceClient(port()).get("/forged%0d%0aforged%1b%5b31m").statusCode())
                .isBetween(400, 499);
        assertNothingForged(log);
    }

    static void assertNothingForged(CharSequence log) {
        assertThat(log.toString()).doesNotContain("\r", "\u001b", "\u009b", "\u202e", "\u2028");
        assertThat(log.toString().lines().filter(line -> line.matches("(?i)(2026.*ERROR Model|forged).*")))
                .isEmpty();
    }
}
