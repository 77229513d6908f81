package whatis.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTests {

    @TempDir
    Path folder;

    @Test
    void machineWhenLinuxDescribesItIsThatProcessor() throws IOException {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), """
                processor\t: 0
                model name\t: Fast One
                flags\t\t: fpu amx_tile avx512_bf16 amx_bf16
                processor\t: 1
                model name\t: Fast One
                """);

        Machine machine = Machine.current(cpuinfo);

        assertThat(machine.processor()).isEqualTo("Fast One");
        assertThat(machine.features()).containsExactly("amx_bf16", "avx512_bf16");
    }

    @Test
    void machineWhenNothingDescribesItIsThatOfTheJvm() {
        Machine machine = Machine.current(folder.resolve("absent"));

        assertThat(machine.processor()).isEqualTo(System.getProperty("os.arch"));
        assertThat(machine.features()).isEmpty();
        assertThat(machine.cores()).isPositive();
    }
}
