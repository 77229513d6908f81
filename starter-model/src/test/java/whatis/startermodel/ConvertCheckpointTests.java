package whatis.startermodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatis.image.SharedFiles;

class ConvertCheckpointTests {

    private static final Path STARTER_MODEL = Path.of("src", "main", "resources", "whatis", "startermodel");

    @Test
    void filesWhenConvertedAgainAreThoseThatAreShipped(@TempDir Path folder) throws IOException {
        ConvertCheckpoint.convert(SharedFiles.path("models/vit-tiny-patch16-224"), folder);
        assertThat(folder.resolve(ConvertCheckpoint.WEIGHTS))
                .hasSameBinaryContentAs(STARTER_MODEL.resolve(ConvertCheckpoint.WEIGHTS));
        for (String file : ConvertCheckpoint.CONFIGURATION) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(STARTER_MODEL.resolve(file));
        }
    }
}
