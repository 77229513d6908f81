package whatis.batch.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.batch.storage.Storage;

class InputListingTests {

    private static final List<String> NAMES = List.of(
            ".h.jpg",
            "100%25.jpg",
            "[1]{a,b}*?.jpg",
            "_hid/deep/a.jpg",
            "_x.jpg",
            "a b.jpg",
            "a:b.jpg",
            "a\\b.jpg",
            "line\nbreak.jpg",
            "plain.jpg",
            "ü 写真.jpg");

    private final Storage storage = new Storage(new Configuration());

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private List<FoundFile> list(String input) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        new InputListing(storage, input).list(found::add);
        return found;
    }

    /** Returns what was listed, from the folder on. */
    private List<String> names(String input) throws IOException {
        String prefix = "file:" + folder + "/";
        return list(input).stream()
                .map(file -> file.path().substring(prefix.length()))
                .toList();
    }

    @Test
    void listWhenNamesAreHiddenOrStrangeExpectAllInTheirOrder() throws IOException {
        assertThat(names(folder.toString())).isEqualTo(NAMES);
    }

    @Test
    void listWhenFilesAreThereExpectTheirSizes() throws IOException {
        assertThat(list(folder.toString()))
                .extracting(FoundFile::bytes)
                .isEqualTo(NAMES.stream()
                        .map(name -> (long) name.getBytes(StandardCharsets.UTF_8).length)
                        .toList());
    }

    @Test
    void listWhenPathsAreReadAgainExpectTheSameFiles() throws IOException {
        for (FoundFile file : list(folder.toString())) {
            assertThat(storage.status(new org.apache.hadoop.fs.Path(file.path())))
                    .isPresent();
        }
    }

    @Test
    void listWhenALinkLeadsNowhereExpectAMissingFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.jpg"), folder.resolve("gone.jpg"));
        assertThat(list(folder.toString()))
                .filteredOn(file -> file.bytes() == FoundFile.MISSING)
                .extracting(FoundFile::path)
                .containsExactly("file:" + folder + "/link.jpg");
    }

    @Test
    void listWhenHadoopLeftItsFilesExpectThemCountedAndPassedOver() throws IOException {
        Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.writeString(folder.resolve("_hid/.part.parquet.crc"), "");
        long passedOver = new InputListing(storage, folder.toString()).list(file -> {});
        assertThat(passedOver).isEqualTo(2);
        assertThat(names(folder.toString())).isEqualTo(NAMES);
    }

    @Test
    void listWhenALinkLeadsBackExpectError() throws IOException {
        Files.createSymbolicLink(folder.resolve("round"), folder);
        assertThatThrownBy(() -> list(folder.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("round is a link to a folder above it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.jpg|10",
                "**/*.jpg|11",
                "**|11",
                "_hid|1",
                "_h*|1",
                "_h*/*/a.jpg|1",
                "_hid/**/a.jpg|1",
                "**/deep/**|1",
                "{plain,_x}.jpg|2",
                "[!_a]*.jpg|6",
                "plain.???|1",
                "\\[1\\]*|1",
                "*.png|0"
            })
    void listWhenInputIsAGlobExpectWhatMatches(String glob, int count) throws IOException {
        assertThat(names(folder + "/" + glob)).hasSize(count).isSubsetOf(NAMES);
    }

    @Test
    void listWhenAFileIsCalledLikeAGlobExpectThatFile() throws IOException {
        assertThat(names(folder + "/[1]{a,b}*?.jpg")).containsExactly("[1]{a,b}*?.jpg");
    }

    @Test
    void listWhenInputIsAManifestExpectItsLinesInTheirOrder() throws IOException {
        Path manifest = folder.resolve("images.txt");
        Files.writeString(
                manifest, String.join("\n", "plain.jpg", "", "a:b.jpg", "_hid", "gone.jpg", folder + "/ü 写真.jpg", ""));
        assertThat(names(manifest.toString())).containsExactly("plain.jpg", "a:b.jpg", "_hid", "gone.jpg", "ü 写真.jpg");
        assertThat(list(manifest.toString()))
                .extracting(FoundFile::bytes)
                .containsExactly(9L, 7L, FoundFile.MISSING, FoundFile.MISSING, 13L);
    }

    @Test
    void listWhenThereIsNoSuchInputExpectError() {
        assertThatThrownBy(() -> list(folder + "/missing"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no file or folder");
    }

    @Test
    void listWhenABracketIsntClosedExpectError() {
        assertThatThrownBy(() -> list(folder + "/[a"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bracket isn't closed");
    }
}
