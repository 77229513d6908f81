package whatis.image.webp.lossless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import whatis.image.raster.MalformedImageException;

class PrefixCodeBuilderTests {

    private final char[] table = new char[PrefixCodeBuilder.MOST_ENTRIES];
    private final PrefixCodeBuilder builder = new PrefixCodeBuilder(table);

    private int found(int start, long bits) {
        return PrefixCodeGroup.entry(table, start, (1 << builder.rootBits()) - 1, bits);
    }

    private static int expected(int symbol, int length) {
        return symbol << PrefixCodeBuilder.LENGTH_BITS | length;
    }

    @Test
    void buildWhenLengthsDifferNumbersCodesByLengthAndSymbol() {
        assertThat(builder.build(new byte[] {2, 1, 0, 2}, 4, 0)).isEqualTo(4);
        assertThat(found(0, 0b0)).isEqualTo(expected(1, 1));
        assertThat(found(0, 0b01)).isEqualTo(expected(0, 2));
        assertThat(found(0, 0b11)).isEqualTo(expected(3, 2));
    }

    @Test
    void buildWhenThereIsOneSymbolTakesNoBits() {
        assertThat(builder.build(new byte[] {0, 0, 15}, 3, 7)).isEqualTo(8);
        assertThat(found(7, -1)).isEqualTo(expected(2, 0));
    }

    /** Every code of a table is found whatever follows it. */
    @Test
    void buildWhenCodesAreLongFindsThem() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] lengths = randomLengths(random, 2 + random.nextInt(PrefixCodeReader.MOST_SYMBOLS - 1));
            builder.build(lengths, lengths.length, 0);
            int code = 0;
            for (int length = 1; length <= PrefixCodeBuilder.LONGEST_CODE; length++) {
                for (int symbol = 0; symbol < lengths.length; symbol++) {
                    if (lengths[symbol] == length) {
                        long reversed = Integer.reverse(code << Integer.SIZE - length);
                        long following = random.nextLong() << length;
                        assertThat(found(0, reversed | following)).isEqualTo(expected(symbol, length));
                        code++;
                    }
                }
                code <<= 1;
            }
        }
    }

    /** Splits codes at random until there is one for each symbol. */
    private static byte[] randomLengths(Random random, int symbols) {
        byte[] lengths = new byte[symbols];
        boolean deep = random.nextBoolean();
        for (int used = 1; used < symbols; ) {
            int split = deep ? random.nextInt(Math.min(used, 20)) : random.nextInt(used);
            if (lengths[split] < PrefixCodeBuilder.LONGEST_CODE) {
                lengths[split]++;
                lengths[used++] = lengths[split];
            } else {
                deep = false;
            }
        }
        return lengths;
    }

    @Test
    void buildWhenCodeIsNotCompleteRefuses() {
        for (byte[] lengths : new byte[][] {{1, 2}, {1, 1, 1}, {1, 1, 15}, {2, 2, 2}, {0, 0}}) {
            assertThatExceptionOfType(MalformedImageException.class)
                    .as(Arrays.toString(lengths))
                    .isThrownBy(() -> builder.build(lengths, lengths.length, 0))
                    .withMessageContaining("not complete");
        }
    }
}
