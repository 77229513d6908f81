package whatis.image.webp.lossless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whatis.image.DrawnImages;
import whatis.image.raster.BudgetSpentException;
import whatis.image.raster.DecodeBudget;
import whatis.image.raster.ImageSize;
import whatis.image.raster.MalformedImageException;
import whatis.image.raster.UnsupportedVariantException;

class LosslessDecoderTests {

    private static final String GENERATED = "../generated-lossless_webp/";
    private static final int RIFF_HEADER = 20;
    private static final int STREAM_HEADER = 5;

    /** Returns the streams of generated files, written by Pillow and others, some of them damaged. */
    private static List<byte[]> streams() {
        return new String(DrawnImages.read(GENERATED + "expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> DrawnImages.read(GENERATED + line.split("\t")[0]))
                .map(file -> Arrays.copyOfRange(file, RIFF_HEADER, file.length))
                .toList();
    }

    private static int[] decode(byte[] stream, Duration budget) {
        ImageSize size = LosslessDecoder.size(stream, 0, stream.length);
        int[] argb = new int[(int) size.pixels()];
        LosslessDecoder.decode(
                stream,
                0,
                stream.length,
                (y, row) -> System.arraycopy(row, 0, argb, y * size.width(), size.width()),
                DecodeBudget.start(budget));
        return argb;
    }

    private static int[] decode(byte[] stream) {
        return decode(stream, Duration.ofSeconds(10));
    }

    @Test
    void sizeWhenHeaderIsAnotherRefuses() {
        byte[] stream = BitWriter.header(300, 16_384).bytes();
        assertThat(LosslessDecoder.size(stream, 0, STREAM_HEADER)).isEqualTo(new ImageSize(300, 16_384));
        byte[] signature = stream.clone();
        signature[0]++;
        byte[] version = stream.clone();
        version[4] |= 1 << 5;
        for (byte[] wrong : List.of(signature, version, Arrays.copyOf(stream, STREAM_HEADER - 1))) {
            assertThatExceptionOfType(MalformedImageException.class)
                    .isThrownBy(() -> LosslessDecoder.size(wrong, 0, Math.min(wrong.length, STREAM_HEADER)));
        }
    }

    @Test
    void decodeWhenPixelsAreAlikeTakesNoBitsForThem() {
        byte[] stream = oneColor(500, 300);
        assertThat(stream).hasSizeLessThan(16);
        assertThat(decode(stream)).hasSize(500 * 300).containsOnly(0x04020103);
    }

    /** Green 1, red 2, blue 3, alpha 4. */
    private static byte[] oneColor(int width, int height) {
        return BitWriter.header(width, height)
                .put(0, 3)
                .oneSymbol(1)
                .oneSymbol(2)
                .oneSymbol(3)
                .oneSymbol(4)
                .oneSymbol(0)
                .bytes();
    }

    @Test
    void decodeWhenStreamIsCutAnywhereRefusesUnlessOnlySpareBitsAreMissing() {
        int refused = 0;
        int decoded = 0;
        for (byte[] stream : streams().subList(0, 20)) {
            int[] whole = new int[0];
            for (int length = stream.length; length > STREAM_HEADER; length--) {
                try {
                    int[] argb = decode(Arrays.copyOf(stream, length));
                    whole = length == stream.length ? argb : whole;
                    assertThat(argb).isEqualTo(whole);
                    decoded++;
                } catch (MalformedImageException damage) {
                    refused++;
                }
            }
        }
        System.out.printf("lossless streams cut short: %d of %d decoded%n", decoded, decoded + refused);
        assertThat(refused).isGreaterThan(10_000);
        assertThat(decoded).isBetween(15, 100);
    }

    @Test
    void decodeWhenStreamIsDamagedDecodesOrRefuses() {
        Random random = new Random(1);
        int decoded = 0;
        List<byte[]> streams = streams();
        for (int number = 0; number < 4_000; number++) {
            byte[] stream = streams.get(number % streams.size()).clone();
            for (int changes = random.nextInt(5); changes >= 0; changes--) {
                int length = random.nextBoolean() ? stream.length : Math.min(stream.length, 60);
                stream[STREAM_HEADER + random.nextInt(length - STREAM_HEADER)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                decode(stream);
                decoded++;
            } catch (MalformedImageException damage) {
                assertThat(damage).hasMessageNotContaining("null");
            }
        }
        System.out.printf("damaged lossless streams: %d of 4000 decoded%n", decoded);
        assertThat(decoded).isBetween(100, 3_900);
    }

    @Test
    void decodeWhenTransformComesTwiceRefuses() {
        byte[] stream = BitWriter.header(1, 1).put(0b101, 3).put(0b101, 3).bytes();
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> decode(stream))
                .withMessageContaining("twice");
    }

    @Test
    void decodeWhenBudgetIsSpentEnds() {
        byte[] stream = oneColor(16_000, 3_000);
        assertThatExceptionOfType(BudgetSpentException.class).isThrownBy(() -> decode(stream, Duration.ofMillis(1)));
    }

    @Test
    void memoryWhenPrefixCodesAreManyIsNotExceeded() {
        byte[] stream = manyGroups(32, 64);
        assertThat(decode(stream)).hasSize(128 * 256);
        long before = allocated();
        LosslessDecoder.decode(stream, 0, stream.length, (y, row) -> {}, DecodeBudget.start(Duration.ofSeconds(10)));
        assertThat(allocated() - before)
                .isBetween(4L << 20, LosslessDecoder.memory(new ImageSize(128, 256), stream.length));
    }

    @Test
    void memoryWhenPrefixCodesAreTooManyIsNotExceeded() {
        byte[] stream = manyGroups(256, 32);
        long before = allocated();
        assertThatExceptionOfType(UnsupportedVariantException.class)
                .isThrownBy(() -> LosslessDecoder.decode(
                        stream, 0, stream.length, (y, row) -> {}, DecodeBudget.start(Duration.ofSeconds(10))))
                .withMessage("more than 6 MiB of prefix codes");
        assertThat(allocated() - before).isLessThan(LosslessDecoder.memory(new ImageSize(1024, 128), stream.length));
    }

    @Test
    void memoryWhenPictureIsLargeIsThatOfAMillionPixelsAndOfTables() {
        assertThat(LosslessDecoder.memory(new ImageSize(4_000, 3_000), 10 << 20))
                .isLessThan(17L << 20);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Returns a picture in which each tile of four by four pixels has prefix codes of its own, for 256 symbols each. */
    private static byte[] manyGroups(int tilesAcross, int tilesDown) {
        BitWriter stream =
                BitWriter.header(4 * tilesAcross, 4 * tilesDown).put(0b100, 3).put(0, 3 + 1);
        stream.allBytes().allBytes().oneSymbol(0).oneSymbol(0).oneSymbol(0);
        for (int tile = 0; tile < tilesAcross * tilesDown; tile++) {
            stream.put(Integer.reverse(tile) >>> 24, 8).put(Integer.reverse(tile >> 8) >>> 24, 8);
        }
        for (int tile = 0; tile < tilesAcross * tilesDown; tile++) {
            stream.allBytes().allBytes().allBytes().allBytes().oneSymbol(0);
        }
        for (int pixel = 0; pixel < 16 * tilesAcross * tilesDown; pixel++) {
            stream.put(pixel & 0xffff, 16).put(pixel >> 4 & 0xffff, 16);
        }
        return stream.bytes();
    }
}
