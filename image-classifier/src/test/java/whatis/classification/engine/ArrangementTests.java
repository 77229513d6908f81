package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.torchscript.StorageType;

class ArrangementTests {

    @ParameterizedTest
    @CsvSource({
        "FLOAT, avx512_bf16, 1000, flash",
        "FLOAT, amx_bf16, 1000, flash",
        "BFLOAT16, avx512_bf16, 1000, products+plain",
        "BFLOAT16, avx512_bf16, 5000000000, products",
        "BFLOAT16, amx_bf16, 1000, flash",
        "BFLOAT16, sse2, 1000, products+plain",
    })
    void arrangementWhenNoneIsSetFollowsFromPrecisionCpuAndSize(
            StorageType type, String flag, long bytes, String expected) {
        assertThat(Arrangement.of(type, new Cpu(Set.of("fpu", flag)), bytes)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flash", "products", "flash+plain", "products+plain"})
    void settingWhenKnownIsRead(String setting) {
        assertThat(Arrangement.parse(setting)).hasToString(setting);
    }

    @Test
    void settingWhenUnknownNamesTheChoices() {
        assertThatThrownBy(() -> Arrangement.parse("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The arrangement \"fast\" isn't one of auto, flash, flash+plain, products, products+plain.");
    }
}
