package whatis.image.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatis.image.raster.MalformedImageException;

class RowFilterTests {

    @Test
    void predictorOfAnySamplesIsTheOneNextToTheirSum() {
        for (int left = 0; left < 256; left++) {
            for (int above = 0; above < 256; above++) {
                for (int corner = 0; corner < 256; corner++) {
                    if (RowFilter.predictor(left, above, corner) != specified(left, above, corner)) {
                        assertThat(RowFilter.predictor(left, above, corner))
                                .as("%d, %d, %d", left, above, corner)
                                .isEqualTo(specified(left, above, corner));
                    }
                }
            }
        }
    }

    private static int specified(int left, int above, int corner) {
        int sum = left + above - corner;
        int toLeft = Math.abs(sum - left);
        int toAbove = Math.abs(sum - above);
        int toCorner = Math.abs(sum - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }

    /** Type 2 is RGB, 6 RGB with alpha, 0 grey, 4 grey with alpha. The row above holds tens; alpha and low bytes are 99. */
    @ParameterizedTest
    @CsvSource({
        "2, 8, 0, 1 2 3 4 5 6, 1 2 3 4 5 6",
        "2, 8, 1, 1 2 3 4 5 6, 1 2 3 5 7 9",
        "2, 8, 2, 1 2 3 4 5 6, 11 22 33 44 55 66",
        "2, 8, 3, 1 2 3 4 5 6, 6 12 18 27 36 45",
        "2, 8, 4, 1 2 3 4 5 6, 11 22 33 44 55 66",
        "6, 8, 1, 1 2 3 99 4 5 6 99, 1 2 3 5 7 9",
        "6, 8, 2, 1 2 3 99 4 5 6 99, 11 22 33 44 55 66",
        "2, 16, 1, 1 99 2 99 3 99 4 99 5 99 6 99, 1 2 3 5 7 9",
        "6, 16, 0, 1 99 2 99 3 99 99 99 4 99 5 99 6 99 99 99, 1 2 3 4 5 6",
        "0, 8, 1, 1 2 3, 1 3 6",
        "0, 8, 4, 1 2 3, 11 22 33",
        "0, 4, 1, 1 2 3, 1 3 6",
        "0, 16, 1, 1 2 3 4, 1 2 4 6",
        "0, 16, 2, 1 2 3 4, 11 22 33 44",
        "4, 8, 1, 1 99 2 99, 1 3",
        "4, 16, 3, 1 99 99 99 2 99 99 99, 6 15"
    })
    void rowWhenFilteredIsDecoded(int type, int depth, int number, String stored, String expected) {
        byte[] differences = bytes(number + " " + stored);
        byte[] decoded = new byte[bytes(expected).length];
        byte[] above = {10, 20, 30, 40, 50, 60};
        PixelFormat format = Objects.requireNonNull(PixelFormat.of(depth, type));
        for (RowFilter filter : RowFilter.of(format)) {
            filter.decode(differences, 0, above, decoded, decoded.length);
        }
        assertThat(decoded).isEqualTo(bytes(expected));
    }

    @Test
    void rowWhenFilterIsUnknownIsRefused() {
        RowFilter filter = RowFilter.of(new PixelFormat(ColorType.RGB, 8)).get(0);
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> filter.decode(new byte[] {5, 0, 0, 0}, 0, new byte[3], new byte[3], 3));
    }

    private static byte[] bytes(String numbers) {
        String[] words = numbers.split(" ");
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Byte.parseByte(words[i]);
        }
        return bytes;
    }
}
