package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePreparationTests {

    @TempDir
    Path folder;

    /** Of those that keep coefficients one takes 25 to 200 of 512 MB, and 64 come at once. */
    @Test
    void imagesWhenTheyAreTooMuchForTheHeapTogetherWaitForEachOther() throws Exception {
        assertThat(LargeImagesProcess.run(folder, "-Xmx512m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=4"))
                .isEqualTo(LargeImagesProcess.ANSWERED);
    }
}
