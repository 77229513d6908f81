package whatis.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00d8\u00ff\u00e0",
                "\u0089PNG\r\n\u001a\n",
                "GIF87a",
                "GIF89a",
                "BMF\0\0\0\0\0\0\0F\0\0\0(\0\0\0",
                "RIFF1234WEBPVP8 ",
                "II*\0",
                "MM\0*"
            })
    void fileWhenItBeginsAsAnImageIsFound(String start) throws IOException {
        write("photo.txt", start);

        assertThat(found()).containsExactly("photo.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BMW and other words with letters", "RIFF1234WAVE", "\u00ff\u00d8", "<svg>", "%PDF"})
    void fileWhenItDoesNotIsPassedOver(String start) throws IOException {
        write("photo.jpg", start);
        write("real", "GIF89a");

        assertThat(found()).containsExactly("real");
    }

    @Test
    void filesWhenNestedAreSortedByPathAndHiddenOnesPassedOver() throws IOException {
        for (String name : List.of("b/2", "b/1", "c", "a/x/y", ".hidden", ".git/photo", "b/.hidden")) {
            write(name, "GIF89a");
        }

        assertThat(found()).containsExactly("a/x/y", "b/1", "b/2", "c");
    }

    @Test
    void folderWhenItsOwnNameBeginsWithADotIsEntered() throws IOException {
        write(".photos/a", "GIF89a");

        assertThat(ImageFolder.images(folder.resolve(".photos"))).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksWhenTheyLeadToImagesAreFollowedButNotInCircles() throws IOException {
        write("album/a", "GIF89a");
        Files.createSymbolicLink(folder.resolve("album/again"), folder);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("album/a"));

        assertThat(found()).containsExactly("album/a", "link");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkWhenItLeadsNowhereIsListedWithItsProblem() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("gone"));

        assertThat(ImageFolder.images(folder))
                .singleElement()
                .extracting(file -> file.problem() == null ? "" : file.problem().message())
                .isEqualTo("no such file");
    }

    private List<String> found() {
        return ImageFolder.images(folder).stream()
                .map(file -> folder.relativize(file.path()).toString())
                .toList();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    }
}
