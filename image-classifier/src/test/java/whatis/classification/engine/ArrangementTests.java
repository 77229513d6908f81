package whatis.classification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatis.classification.network.Network;
import whatis.classification.torchscript.StorageType;

class ArrangementTests {

    @ParameterizedTest
    @CsvSource({
        "FLOAT, avx512_bf16, 1000, false, flash",
        "FLOAT, amx_bf16, 1000, false, flash",
        "BFLOAT16, avx512_bf16, 1000, false, products+plain",
        "BFLOAT16, avx512_bf16, 5000000000, false, products",
        "BFLOAT16, amx_bf16, 1000, false, flash",
        "BFLOAT16, avx512_bf16, 1000, true, products",
        "BFLOAT16, sse2, 1000, false, products+plain",
    })
    void arrangementWhenNoneIsSetFollowsFromPrecisionCpuAndNetwork(
            StorageType type, String flag, long bytes, boolean convolutions, String expected) {
        Network.Traits network = new Network.Traits(bytes, convolutions);
        assertThat(Arrangement.of(type, new Cpu(Set.of("fpu", flag)), network)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flash", "products", "flash+plain", "products+plain"})
    void settingWhenKnownIsRead(String setting) {
        assertThat(Arrangement.ofSetting(setting).orElseThrow()).hasToString(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "AUTO", ""})
    void settingWhenAutoChoosesNothing(String setting) {
        assertThat(Arrangement.ofSetting(setting)).isEmpty();
    }

    @Test
    void settingWhenUnknownNamesTheChoices() {
        assertThatThrownBy(() -> Arrangement.ofSetting("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The arrangement \"fast\" isn't one of auto, flash, flash+plain, products, products+plain.");
    }
}
