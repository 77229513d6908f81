package whatis.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PngFuzzTests {

    static Stream<byte[]> pictures() {
        return FuzzedPictures.of("generated-png");
    }

    @MethodSource("pictures")
    @FuzzTest
    void decodeWhenBytesAreAnyDecodesOrRejects(byte[] picture) {
        FuzzedPictures.decodeOrReject(picture);
    }
}
