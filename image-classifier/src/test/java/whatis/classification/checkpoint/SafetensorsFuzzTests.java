package whatis.classification.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsFuzzTests {

    static Stream<byte[]> files() {
        return Stream.of(
                file("{}", 0),
                file("{\"__metadata__\":{\"format\":\"pt\"}}", 0),
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 24),
                file("""
                        {"a":{"dtype":"F16","shape":[2],"data_offsets":[4,8]},
                        "b":{"dtype":"BF16","shape":[],"data_offsets":[8,10]},
                        "c":{"dtype":"I64","shape":[0],"data_offsets":[0,4]}}""", 10),
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}", 0));
    }

    private static byte[] file(String header, int dataLength) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + dataLength)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    @MethodSource("files")
    @FuzzTest
    void tensorsWhenBytesAreAnyAreReadOrRefused(byte[] file) throws IOException {
        try (Safetensors tensors = Safetensors.open("model.safetensors", new ByteArrayChannel(file))) {
            for (String name : tensors.names()) {
                assertThat(tensors.read(name, tensors.shape(name)).length).isLessThanOrEqualTo(file.length);
            }
        } catch (CheckpointException refusal) {
            assertThat(refusal).hasMessageStartingWith("model.safetensors");
        }
    }
}
