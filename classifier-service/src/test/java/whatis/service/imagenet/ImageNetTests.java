package whatis.service.imagenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatis.image.SharedFiles;

class ImageNetTests {

    private final ImageNet imageNet = ImageNet.load();

    @Test
    void classesWhenLoadedExpectOrderOfWordNetIds() {
        assertThat(imageNet.classes())
                .hasSize(1000)
                .extracting(ImageNetClass::wordNetId)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void labelsWhenCheckpointWasTrainedOnImageNetExpectRecognised() throws Exception {
        JsonNode config = JsonMapper.shared()
                .readTree(Files.readString(SharedFiles.path("models/vit-tiny-patch16-224/config.json")));
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            labels.add(config.get("id2label").get(Integer.toString(i)).asString());
        }
        assertThat(imageNet.isLabelledBy(labels)).isTrue();
    }

    @Test
    void labelsWhenOneDiffersExpectNotRecognised() {
        List<String> labels = new ArrayList<>(ImageNetLabels.all());
        assertThat(imageNet.isLabelledBy(labels)).isTrue();
        labels.set(517, "cranes");
        assertThat(imageNet.isLabelledBy(labels)).isFalse();
    }

    @Test
    void labelsWhenThereAreTooFewExpectNotRecognised() {
        assertThat(imageNet.isLabelledBy(List.of("tench"))).isFalse();
    }
}
