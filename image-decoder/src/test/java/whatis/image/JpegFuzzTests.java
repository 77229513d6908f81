package whatis.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class JpegFuzzTests {

    static Stream<byte[]> pictures() {
        return Stream.concat(FuzzedPictures.of("generated-jpeg"), Stream.of(BareJpeg.scanBomb(16, 16, 4)));
    }

    @MethodSource("pictures")
    @FuzzTest
    void decodeWhenBytesAreAnyDecodesOrRejects(byte[] picture) {
        FuzzedPictures.decodeOrReject(picture);
    }
}
