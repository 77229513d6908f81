package whatis.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class GifFuzzTests {

    static Stream<byte[]> pictures() {
        return FuzzedPictures.of("generated-gif");
    }

    @MethodSource("pictures")
    @FuzzTest
    void decodeWhenBytesAreAnyDecodesOrRejects(byte[] picture) {
        FuzzedPictures.decodeOrReject(picture);
    }
}
