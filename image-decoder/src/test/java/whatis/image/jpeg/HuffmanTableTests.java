package whatis.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import whatis.image.raster.MalformedImageException;

class HuffmanTableTests {

    private static HuffmanTable table(HuffmanSpec spec, boolean dc) {
        return new HuffmanTable(spec.counts(), spec.symbols(), dc);
    }

    @Test
    void findWhenCodesAreStandardReturnsSymbolsAndLengths() {
        HuffmanTable luma = table(StandardTables.LUMA_AC, false);
        assertThat(luma.find(0b1010L << 60)).isEqualTo(4 << 8);
        assertThat(luma.find(0b00L << 62)).isEqualTo(2 << 8 | 0x01);
        assertThat(luma.find(0b11111111001L << 53)).isEqualTo(11 << 8 | 0xf0);
        assertThat(luma.find(0b1111111111111110L << 48)).isEqualTo(16 << 8 | 0xfa);
    }

    @Test
    void findWhenThereIsNoSuchCodeReturnsZeroAfterSeventeenBits() {
        assertThat(table(StandardTables.LUMA_AC, false).find(-1L)).isEqualTo(17 << 8);
    }

    @Test
    void entriesWhenCodeAndBitsFitHoldTheValue() {
        int entry = table(StandardTables.LUMA_AC, false).values[0b00_1_0000000];
        assertThat(entry >> 16).isEqualTo(1);
        assertThat(entry & 63).isEqualTo(3);
        assertThat(entry >>> 6 & 127).isEqualTo(1);
        assertThat(table(StandardTables.LUMA_AC, false).values[0b00_0_0000000] >> 16)
                .isEqualTo(-1);
    }

    @Test
    void tableWhenCodeOfAllOnesIsTakenIsRefused() {
        int[] counts = new int[17];
        counts[1] = 2;
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> new HuffmanTable(counts, new int[] {0, 1}, false))
                .withMessageContaining("1 bits");
    }

    @Test
    void tableWhenDcSymbolIsTooLargeIsRefused() {
        int[] counts = new int[17];
        counts[1] = 1;
        assertThatExceptionOfType(MalformedImageException.class)
                .isThrownBy(() -> new HuffmanTable(counts, new int[] {16}, true));
    }

    @Test
    void extendFollowsTheStandard() {
        assertThat(HuffmanTable.extend(0, 1)).isEqualTo(-1);
        assertThat(HuffmanTable.extend(1, 1)).isEqualTo(1);
        assertThat(HuffmanTable.extend(0, 4)).isEqualTo(-15);
        assertThat(HuffmanTable.extend(7, 4)).isEqualTo(-8);
        assertThat(HuffmanTable.extend(8, 4)).isEqualTo(8);
    }
}
