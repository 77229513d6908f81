package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.classification.network.TinyCheckpoint;

/** oneDNN has a kernel for whatever it is asked for; where nothing quicker fits, one of plain loops, without a word. */
class OneDnnKernelsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"vit, FP32", "vit, INT8_SYNTHETIC", "deit, INT8_SYNTHETIC"})
    void networkWhenSeveralImagesRunHasNoReferenceKernels(String modelType, Precision precision)
            throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.arch")).as("oneDNN's kernels for x86").isEqualTo("amd64");
        if (precision.isInt8()) {
            Int8Cpu.assumeHere();
        }
        TinyCheckpoint.of(modelType)
                .with("hidden_size", "192")
                .with("intermediate_size", "768")
                .write(folder);
        List<String> kernels = OneDnnKernelsProcess.run(folder, precision);
        assertThat(kernels).hasSizeGreaterThan(10).noneMatch(kernel -> kernel.contains(",ref"));
    }
}
