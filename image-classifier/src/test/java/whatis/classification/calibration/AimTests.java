package whatis.classification.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimTests {

    @ParameterizedTest
    @CsvSource({"0, 0, true", "2, 0, true", "3, 0, false", "3, 2, false", "3, 3, true", "3, 4, true"})
    void aimWhenFewAnswersChangeOrNoMoreThanInFloatsIsMet(int int8, int floats, boolean met) {
        assertThat(new Aim(2, 0.8).metBy(agreement(int8), agreement(floats))).isEqualTo(met);
    }

    @Test
    void aimWhenNoPercentageIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Aim(101, 0.8)).withMessageContaining("0 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aim(2, Double.NaN))
                .withMessageContaining("0 to 1");
    }

    private static Agreement agreement(int changed) {
        return new Agreement(100, 100 - changed, changed);
    }
}
