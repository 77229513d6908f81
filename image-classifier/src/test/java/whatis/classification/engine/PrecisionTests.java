package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whatis.classification.torchscript.StorageType;

class PrecisionTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "fpu sse2 avx512_bf16 rdpid, BF16",
        "fpu amx_tile amx_bf16, BF16",
        "fpu sse2 avx2 avx512f, FP32",
        "fpu avx512_bf16 fpu avx512_bf16, BF16",
    })
    void autoWhenTheCpuHasBfloat16ChoosesIt(String flags, Precision expected) throws IOException {
        Path cpuInfo = folder.resolve("cpuinfo");
        Files.writeString(cpuInfo, "processor\t: 0\nmodel name\t: some CPU\nflags\t\t: " + flags + "\nbugs\t\t:\n");
        assertThat(Precision.AUTO.on(Cpu.describedIn(cpuInfo))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GenuineIntel, avx512_bf16 avx512_fp16, FP32",
        "GenuineIntel, avx512_bf16 avx512_fp16 amx_tile amx_bf16, BF16",
        "GenuineIntel, avx512_bf16, BF16",
        "AuthenticAMD, avx512_bf16 avx512_fp16, BF16",
    })
    void autoWhenIntelHidesItsMatrixUnitsIsFp32(String vendor, String flags, Precision expected) throws IOException {
        Path cpuInfo = folder.resolve("cpuinfo");
        Files.writeString(cpuInfo, "processor\t: 0\nvendor_id\t: " + vendor + "\nflags\t\t: " + flags + "\n\n");
        assertThat(Precision.AUTO.on(Cpu.describedIn(cpuInfo))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "fp asimd sve bf16 i8mm svei8mm svebf16, BF16",
        "fp asimd evtstrm aes sve i8mm, FP32",
    })
    void autoWhenTheCpuIsArmReadsItsFeatures(String features, Precision expected) throws IOException {
        Path cpuInfo = folder.resolve("cpuinfo");
        Files.writeString(cpuInfo, "processor\t: 0\nBogoMIPS\t: 2100.00\nFeatures\t: " + features + "\n\n");
        assertThat(Precision.AUTO.on(Cpu.describedIn(cpuInfo))).isEqualTo(expected);
    }

    @Test
    void autoWhenThereIsNoCpuInfoIsFp32() {
        assertThat(Precision.AUTO.on(Cpu.describedIn(folder.resolve("absent")))).isEqualTo(Precision.FP32);
    }

    @ParameterizedTest
    @EnumSource(names = {"FP32", "BF16"})
    void precisionWhenNamedStays(Precision named) {
        assertThat(named.on(Cpu.describedIn(folder.resolve("absent")))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "avx512_vnni avx512_bf16, BFLOAT16",
        "avx2 avx_vnni, FLOAT",
    })
    void int8WhenTheCpuMultipliesBytesLeavesTheRestInTheFastestFloats(String flags, StorageType floats) {
        Cpu cpu = new Cpu("AuthenticAMD", Set.of(flags.split(" ")));
        assertThat(Precision.INT8.on(cpu)).isEqualTo(Precision.INT8);
        assertThat(Precision.INT8.storage(cpu)).isEqualTo(floats);
    }

    @ParameterizedTest
    @EnumSource(names = {"INT8", "INT8_SYNTHETIC"})
    void int8WhenTheCpuDoesNotMultiplyBytesIsRefused(Precision int8) {
        assertThatThrownBy(() -> int8.on(new Cpu("AuthenticAMD", Set.of("avx2", "avx512f"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VNNI")
                .hasMessageContaining("choose auto");
    }

    @ParameterizedTest
    @CsvSource({"auto, AUTO", "fp32, FP32", "BF16, BF16", "int8, INT8", "int8-synthetic, INT8_SYNTHETIC"})
    void settingWhenKnownIsRead(String setting, Precision expected) {
        assertThat(Precision.parse(setting)).isEqualTo(expected);
    }

    @Test
    void settingWhenUnknownNamesTheChoices() {
        assertThatThrownBy(() -> Precision.parse("int3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The precision \"int3\" isn't one of auto, fp32, bf16, int8, int8-synthetic.");
    }
}
