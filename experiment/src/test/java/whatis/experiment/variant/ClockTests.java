package whatis.experiment.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTests {

    @Test
    void phasesWhenMeasuredExpectThatTheyMakeUpTheTotal() {
        Clock clock = new Clock(2);
        clock.add(Phase.DECODE, 2_000);
        clock.addForAll(Phase.DATA_LOAD, 3_000);
        clock.addBeside(Phase.SHIPPING, 5_000_000_000L);
        Measurement measurement = clock.stop(7, List.of());
        assertThat(measurement.seconds(Phase.DECODE)).isEqualTo(1e-6);
        assertThat(measurement.seconds(Phase.DATA_LOAD)).isEqualTo(3e-6);
        double sum = measurement.phases().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(sum).isCloseTo(measurement.seconds(), within(1e-9));
        assertThat(measurement.besideSeconds(Phase.SHIPPING)).isEqualTo(5);
    }

    @Test
    void answerWhenItIsTheFirstExpectThatTheClockIsWarm() {
        Clock clock = new Clock(1);
        assertThat(clock.stop(0, List.of()).warm()).isZero();
        clock.add(new Answer("cat", 0.5, null, 1, 1));
        assertThat(clock.stop(0, List.of()).warm()).isPositive();
    }
}
