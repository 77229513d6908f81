package whatis.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import whatis.web.ServiceEnvironment;

class HostSettingsTests {

    @Test
    void hostsWhenNothingIsSetExpectNone() {
        assertThat(ServiceEnvironment.read(HostSettings.class, Map.of()).hosts())
                .isEmpty();
    }

    @Test
    void hostsWhenVariableIsSetExpectItsNames() {
        assertThat(read("Mybox, whatis.example,,a-b").hosts())
                .containsExactlyInAnyOrder("mybox", "whatis.example", "a-b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mybox:8000", "http://mybox", "*", "*.example", "mybox/whatis", "my box", "mybox.", "my_box"})
    void hostsWhenOneIsNoNameExpectItNamed(String host) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> read("whatis.example," + host))
                .havingRootCause()
                .withMessage(
                        "whatis.hosts takes names such as whatis.example, without scheme and port, not '%s'", host);
    }

    private static HostSettings read(String hosts) {
        return ServiceEnvironment.read(HostSettings.class, Map.of("WHATIS_HOSTS", hosts));
    }
}
