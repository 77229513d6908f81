package whatis.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePreparationTests {

    @TempDir
    Path folder;

    /** Each takes 350 of 1,024 MB. */
    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC"})
    void imagesWhenTheyAreTooMuchForTheHeapTogetherWaitForEachOther(String collector) throws Exception {
        assertThat(LargeImagesProcess.run(folder, "-Xmx1g", "-XX:ActiveProcessorCount=4", collector))
                .isEqualTo(LargeImagesProcess.ANSWERED);
    }
}
