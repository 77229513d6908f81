package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePreparationTests {

    @TempDir
    Path folder;

    /** Each takes 350 of 1,024 MB, and there is a core for each. */
    @Test
    void imagesWhenTheyAreTooMuchForTheHeapTogetherWaitForEachOther() throws Exception {
        assertThat(LargeImagesProcess.run(folder, "-Xmx1g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=4"))
                .isEqualTo(LargeImagesProcess.ANSWERED);
    }
}
