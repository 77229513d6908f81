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
        assertThat(Arrangement.of(type, new Cpu("AuthenticAMD", Set.of("fpu", flag)), network))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, false, 'flash, flash+plain, products, products+plain'",
        "1000, true, 'flash, products'",
        "5000000000, false, 'flash, products'"
    })
    void candidatesWhenPlainOperatorsDoNotPayAreFused(long bytes, boolean convolutions, String expected) {
        assertThat(Arrangement.candidates(new Network.Traits(bytes, convolutions))
                        .map(Arrangement::toString))
                .containsExactly(expected.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flash", "products", "flash+plain", "products+plain"})
    void settingWhenAnArrangementPinsIt(String setting) {
        assertThat(ArrangementSetting.of(setting).pinned().orElseThrow()).hasToString(setting);
        assertThat(ArrangementSetting.of(setting).tuned()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "AUTO", ""})
    void settingWhenAutoMayBeTuned(String setting) {
        assertThat(ArrangementSetting.of(setting)).isEqualTo(ArrangementSetting.AUTO);
    }

    @Test
    void settingWhenRuleIgnoresWhatWasMeasured() {
        assertThat(ArrangementSetting.of("Rule")).isEqualTo(ArrangementSetting.RULE);
    }

    @Test
    void settingWhenUnknownNamesTheChoices() {
        assertThatThrownBy(() -> ArrangementSetting.of("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The arrangement \"fast\" isn't one of auto, rule, flash, flash+plain, products,"
                        + " products+plain.");
    }
}
