package whatis.wikipedia.encyclopedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimelyDnsTests {

    @Test
    void lookupWhenNameIsFoundExpectItsAddresses() throws UnknownHostException {
        assertThat(new TimelyDns(Dns.SYSTEM, Duration.ofMinutes(1)).lookup("localhost"))
                .contains(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void lookupWhenNameIsUnknownExpectItNamed() {
        TimelyDns dns = new TimelyDns(
                host -> {
                    throw new UnknownHostException(host);
                },
                Duration.ofMinutes(1));
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> dns.lookup("wiki.example"))
                .withMessage("wiki.example: the name is not known");
    }

    @Test
    @Timeout(60)
    void lookupWhenNameServersAreSilentExpectAnEnd() {
        CountDownLatch never = new CountDownLatch(1);
        TimelyDns dns = new TimelyDns(
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return List.of();
                },
                Duration.ofMillis(100));
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> dns.lookup("wiki.example"))
                .withMessage("wiki.example: no name server has answered in time");
    }
}
