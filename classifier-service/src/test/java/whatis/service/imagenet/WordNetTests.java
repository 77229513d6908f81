package whatis.service.imagenet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordNetTests {

    private final WordNet wordNet = new WordNet();

    @Test
    void definitionWhenClassIsHammerExpectTool() {
        Definition definition = wordNet.define(ImageNet.load().classes().get(587));
        assertThat(definition.text()).contains("hand tool").doesNotContain("\"");
        assertThat(definition.source()).isEqualTo("WordNet 3.0");
    }

    @Test
    void definitionWhenAnyClassIsAskedForExpectOne() {
        assertThat(ImageNet.load().classes())
                .allSatisfy(imageNetClass ->
                        assertThat(wordNet.define(imageNetClass).text()).isNotBlank());
    }
}
