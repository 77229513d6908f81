package whatis.classification.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What documents say of the architectures that run. */
class GuideTests {

    private static final Pattern FIRST_COLUMN = Pattern.compile("^\\| `([a-z0-9_-]+)`", Pattern.MULTILINE);

    private static final List<String> RUNNING =
            Architectures.all().stream().map(Architecture::modelType).toList();

    @Test
    void tableInTheGuideListsWhatRuns() throws IOException {
        String guide = Files.readString(Path.of("../docs/how-to/own-checkpoint.md"));
        String table = guide.substring(guide.indexOf("|---|"), guide.indexOf("## What it takes"));
        assertThat(FIRST_COLUMN
                        .matcher(table)
                        .results()
                        .map(row -> row.group(1))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(RUNNING);
    }

    @Test
    void readmeNamesWhatRuns() throws IOException {
        assertThat(Files.readString(Path.of("../README.md")))
                .contains(RUNNING.stream().map("`%s`"::formatted).toList());
    }

    @Test
    void exampleInTheGuideIsTheFileThatRuns() throws IOException {
        String file = Files.readString(Path.of("src/main/java/whatis/classification/network/VitMsn.java"));
        assertThat(Files.readString(Path.of("../docs/how-to/add-an-architecture.md")))
                .contains(file.substring(file.indexOf("final class")));
    }
}
