package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static whatis.web.Contracts.assertShape;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import whatis.service.Form;
import whatis.service.Pictures;
import whatis.service.RunningService;

/** What is answered when no label scores high enough. */
@TestPropertySource(properties = "whatis.identification.threshold=1")
class UnknownTests extends RunningService {

    @Test
    void whatIsWhenScoreIsTooLowExpectContractAndNoSearch() {
        int before = ENCYCLOPEDIA.queries().size();
        assertThat(post("/whatis/", Form.file(Pictures.png()).bytes()).body())
                .isEqualTo("{\"prediction\":\"unknown\"}");
        assertThat(ENCYCLOPEDIA.queries()).hasSize(before);
    }

    @Test
    void identificationWhenScoreIsTooLowExpectContract() {
        assertShape(post("/api/v1/identifications", Form.file(Pictures.png()).bytes()), "identification-unknown.json");
    }
}
