package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class BatchTextTests {

    private final ErrorLimit.Converter converter = new ErrorLimit.Converter();

    @Test
    void allowedWhenLimitIsAShareExpectThatOfAllImages() {
        assertThat(converter.convert("1%").allowed(1_099)).isEqualTo(10);
        assertThat(converter.convert("0.5%").allowed(1_000)).isEqualTo(5);
        assertThat(converter.convert("100%").allowed(7)).isEqualTo(7);
    }

    @Test
    void allowedWhenLimitIsANumberExpectIt() {
        assertThat(converter.convert("12").allowed(1_000)).isEqualTo(12);
    }

    @Test
    void convertWhenTextIsNoLimitExpectError() {
        for (String text : new String[] {"", "-1", "some", "1 %", "1.5"}) {
            assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class);
        }
    }

    @Test
    void inWordsWhenTimeIsLongExpectTheTwoLargestUnits() {
        assertThat(Durations.inWords(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Durations.inWords(Duration.ofSeconds(3_700))).isEqualTo("1 h 1 min");
        assertThat(Durations.inWords(Duration.ofHours(51))).isEqualTo("2 d 3 h");
    }

    @Test
    void toStringWhenExecutorsHaveTooLittleMemoryExpectWhatToSet() {
        SparkConf conf = new SparkConf(false).set("spark.executor.cores", "4");
        assertThat(ExecutorMemory.of(400 << 20, conf))
                .hasToString("each executor takes up to 1500 MiB beside its heap; on Kubernetes and YARN set"
                        + " spark.executor.memoryOverhead=1500m");
        assertThat(ExecutorMemory.of(400 << 20, conf.set("spark.executor.memoryOverhead", "2g")))
                .asString()
                .endsWith("spark.executor.memoryOverhead allows 2048 MiB");
    }

    @Test
    void convertWhenTextIsASizeExpectItsBytes() {
        FileSize.Converter sizes = new FileSize.Converter();
        assertThat(sizes.convert("256MB").bytes()).isEqualTo(256_000_000);
        assertThat(sizes.convert("1 GiB").bytes()).isEqualTo(1L << 30);
        for (String text : new String[] {"", "0MB", "256", "256mb", "-1MB", "1.5GB", "10KB"}) {
            assertThatThrownBy(() -> sizes.convert(text)).isInstanceOf(TypeConversionException.class);
        }
    }
}
