package whatis.service.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;
import whatis.service.StandInEncyclopedia;
import whatis.web.LogContract;

class LogTests extends RunningService implements LogContract {

    @Test
    void logWhenEncyclopediaSendsControlCharactersExpectOneLineAndNoneOfThem(CapturedOutput log) {
        ENCYCLOPEDIA.answer(StandInEncyclopedia.json(500, "nonsense" + FORGERY));
        post("/whatis", Form.file(Pictures.png()).bytes());
        assertThat(log.toString()).contains("nonsense");
        LogContract.assertNothingForged(log);
    }

    @Test
    void logWhenAFileNameForgesLinesExpectNothingOfIt(CapturedOutput log) {
        String disposition = "form-data; name=\"file\"; filename=\"forged.png\u001b[31m\nforged: forged\"";
        post("/whatis", new Form().add(disposition, Pictures.png()).bytes());
        post(
                "/whatis",
                new Form().add(disposition, "no picture".getBytes(UTF_8)).bytes());
        LogContract.assertNothingForged(log);
    }
}
