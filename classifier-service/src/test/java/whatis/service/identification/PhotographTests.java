package whatis.service.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import whatis.image.SharedFiles;
import whatis.service.Form;
import whatis.service.RunningService;

/** A real model and a real photograph. */
@TestPropertySource(
        properties = {
            "whatis.classifier.model=../../shared/models/vit-tiny-patch16-224",
            "whatis.identification.threshold=0.80"
        })
class PhotographTests extends RunningService {

    @BeforeAll
    static void requireModel() {
        SharedFiles.path("models/vit-tiny-patch16-224");
    }

    @Test
    void answerWhenPhotographShowsAGoldfishExpectGoldfish() throws IOException {
        byte[] photograph = Files.readAllBytes(SharedFiles.path("images/imagenet-sample/n01443537_goldfish.JPEG"));
        assertThat(post("/whatis/", Form.file(photograph).bytes()).body())
                .startsWith("{\"prediction\":\"goldfish\",\"wikipedia info\":\"");
    }
}
