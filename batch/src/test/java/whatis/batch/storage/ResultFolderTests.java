package whatis.batch.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTests {

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private ResultFolder results =
            new ResultFolder(new Storage(new Configuration()), new org.apache.hadoop.fs.Path("/"));

    @BeforeEach
    void prepare() throws IOException {
        folder = temporary.resolve("results");
        results = new ResultFolder(results.storage(), new org.apache.hadoop.fs.Path(folder.toString()));
        results.prepare();
    }

    private void write(String name) throws IOException {
        try (NewFile file = results.create(name)) {
            try (OutputStream out = file.create()) {
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
            file.commit();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> temporary.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void finishWhenFilesAreCommittedExpectThemAndTheMark() throws IOException {
        write("a");
        results.finish();
        assertThat(names()).containsExactly("results/_SUCCESS", "results/a");
        assertThat(folder.resolve("_unfinished")).doesNotExist();
    }

    @Test
    void prepareWhenAProcessWasKilledExpectOnlyItsFilesToGo() throws IOException {
        Files.writeString(folder.resolve("_unfinished/symphony.txt"), "years");
        // It isn't closed, as by a process that is killed.
        results.create("a").create().close();
        assertThat(names()).hasSize(2);
        results.prepare();
        results.finish();
        assertThat(names()).containsExactly("results/_SUCCESS", "results/_unfinished/symphony.txt");
    }

    @Test
    void deleteWhenOtherFilesAreThereExpectThemToStay() throws IOException {
        write("a");
        write("b");
        results.finish();
        results.delete(name -> name.equals("a"));
        assertThat(names()).containsExactly("results/b");
        results.delete(name -> name.equals("b"));
        assertThat(folder).doesNotExist();
    }

    @Test
    void prepareWhenAFileIsInTheWayExpectError() throws IOException {
        Files.writeString(temporary.resolve("file"), "");
        ResultFolder below = new ResultFolder(
                results.storage(),
                new org.apache.hadoop.fs.Path(temporary.resolve("file/below").toString()));
        assertThatThrownBy(below::prepare)
                .isInstanceOf(UnwritableFolderException.class)
                .hasMessageContaining("choose another folder");
    }
}
