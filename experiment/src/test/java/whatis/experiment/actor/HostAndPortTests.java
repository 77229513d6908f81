package whatis.experiment.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTests {

    @Test
    void parseWhenThereIsNoPortExpectAny() {
        assertThat(HostAndPort.parse("lab-1.example.org")).isEqualTo(new HostAndPort("lab-1.example.org", 0));
    }

    @Test
    void parseWhenThereIsAPortExpectBoth() {
        assertThat(HostAndPort.parse("10.0.0.1:7355")).isEqualTo(new HostAndPort("10.0.0.1", 7355));
        assertThat(HostAndPort.parse("[fe80::1]:7355")).hasToString("[fe80::1]:7355");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":7355", "host:", "host:65536", "host:port", "http://host:80"})
    void parseWhenItIsNeitherExpectError(String text) {
        assertThatThrownBy(() -> HostAndPort.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
