package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTests {

    @TempDir
    Path folder;

    @Test
    void processorWhenLinuxDescribesItHasItsNameAndMatrixInstructions() throws IOException {
        assertThat(described("model\t\t: 17\nmodel name\t: AMD EPYC\nflags\t\t: fpu avx512_vnni avx512_bf16\n"))
                .isEqualTo("AMD EPYC (avx512_bf16 avx512_vnni)");
    }

    @Test
    void processorWhenItsNameIsUnknownHasItsArchitecture() throws IOException {
        assertThat(described("Features\t: asimd bf16\n")).isEqualTo(System.getProperty("os.arch") + " (bf16)");
        assertThat(described("")).isEqualTo(System.getProperty("os.arch"));
        assertThat(Processor.describedIn(folder.resolve("absent")).name()).isEqualTo(System.getProperty("os.arch"));
    }

    private String described(String cpuInfo) throws IOException {
        return Processor.describedIn(Files.writeString(folder.resolve("cpuinfo"), cpuInfo))
                .name();
    }
}
