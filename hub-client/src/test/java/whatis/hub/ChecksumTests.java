package whatis.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTests {

    @TempDir
    Path folder;

    /** Digests as {@code git hash-object} and {@code sha256sum} print them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "95d09f2b10159347eece71399a7e2e907ea3df4f",
                "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
            })
    void matchesWhenContentIsTheSameIsTrue(String hex) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "hello world");

        assertThat(new Checksum(hex).matches(file)).isTrue();
        Files.writeString(file, "hello World");
        assertThat(new Checksum(hex).matches(file)).isFalse();
    }

    @Test
    void ofEtagWhenItIsWeakOrQuotedTakesTheDigits() {
        String hex = "a".repeat(40);

        assertThat(Checksum.ofEtag('"' + hex + '"')).hasValue(new Checksum(hex));
        assertThat(Checksum.ofEtag("W/\"" + hex + '"')).hasValue(new Checksum(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"5e1f-abc\"", "../../etc/passwd", "d41d8cd98f00b204e9800998ecf8427e"})
    void ofEtagWhenItIsNoChecksumIsEmpty(String etag) {
        assertThat(Checksum.ofEtag(etag)).isEmpty();
    }
}
