package whatis.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TimelyInputStreamTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final DataSize BYTE = DataSize.ofBytes(1);

    private static TimelyInputStream stream(Duration deadline, Duration grace) {
        UploadSettings settings = new UploadSettings(BYTE, deadline, grace, BYTE);
        return new TimelyInputStream(new ByteArrayInputStream(new byte[200]), settings);
    }

    @Test
    void readWhenDeadlineHasPassedExpectTimeout() throws Exception {
        TimelyInputStream stream = stream(Duration.ofMillis(1), LONG);
        Thread.sleep(10);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(stream::read);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> stream.read(new byte[10]));
    }

    @Test
    void readWhenSenderIsSlowerThanTheRateExpectTimeout() throws Exception {
        TimelyInputStream stream = stream(LONG, Duration.ofMillis(1));
        Thread.sleep(10);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(stream::read);
    }

    @Test
    void readWhenSenderIsFasterThanTheRateExpectBytes() throws IOException, InterruptedException {
        TimelyInputStream stream = stream(LONG, Duration.ofMillis(500));
        assertThat(stream.read(new byte[100])).isEqualTo(100);
        Thread.sleep(600);
        assertThat(stream.read()).isZero();
    }
}
