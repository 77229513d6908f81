package whatis.image.jpeg;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whatis.image.raster.MalformedImageException;

/** The tables in force, which segments between scans may change. */
final class DecoderTables {

    private static final int SLOTS = 4;
    private static final int AC = 0x10;

    private final @Nullable HuffmanSpec[] dc = new HuffmanSpec[SLOTS];
    private final @Nullable HuffmanSpec[] ac = new HuffmanSpec[SLOTS];
    private final Map<Integer, int[]> quantization = new HashMap<>();
    private int restartInterval;

    /** Puts the typical tables where there are none, as libjpeg does before a sequential picture. */
    void addStandardHuffman() {
        addWhereMissing(dc, StandardTables.LUMA_DC, StandardTables.CHROMA_DC);
        addWhereMissing(ac, StandardTables.LUMA_AC, StandardTables.CHROMA_AC);
    }

    private static void addWhereMissing(@Nullable HuffmanSpec[] specs, HuffmanSpec... standard) {
        for (int slot = 0; slot < standard.length; slot++) {
            if (specs[slot] == null) {
                specs[slot] = standard[slot];
            }
        }
    }

    void readHuffman(Bytes segment) {
        while (segment.remaining() > 0) {
            int slot = segment.unsignedByte();
            if ((slot & ~AC) >= SLOTS) {
                throw new MalformedImageException("a Huffman table has the number " + slot);
            }
            ((slot & AC) == 0 ? dc : ac)[slot & ~AC] = HuffmanSpec.read(segment);
        }
    }

    void readQuantization(Bytes segment) {
        while (segment.remaining() > 0) {
            int slot = segment.unsignedByte();
            if ((slot & 15) >= SLOTS) {
                throw new MalformedImageException("a quantization table has the number " + (slot & 15));
            }
            int[] table = new int[HuffmanTable.COEFFICIENTS];
            for (int i = 0; i < table.length; i++) {
                table[i] = slot >> 4 == 0 ? segment.unsignedByte() : segment.unsignedShort();
            }
            quantization.put(slot & 15, table);
        }
    }

    void readRestartInterval(Bytes segment) {
        if (segment.remaining() != 2) {
            throw new MalformedImageException("a restart interval has a wrong length");
        }
        restartInterval = segment.unsignedShort();
    }

    /** Returns after how many MCUs a restart marker follows; 0 for never. */
    int restartInterval() {
        return restartInterval;
    }

    HuffmanTable dc(int slot) {
        return table(dc, slot, true);
    }

    HuffmanTable ac(int slot) {
        return table(ac, slot, false);
    }

    private static HuffmanTable table(@Nullable HuffmanSpec[] specs, int slot, boolean forDc) {
        HuffmanSpec spec = slot < SLOTS ? specs[slot] : null;
        if (spec == null) {
            throw new MalformedImageException("a scan takes Huffman table " + slot + ", which isn't there");
        }
        return new HuffmanTable(spec.counts(), spec.symbols(), forDc);
    }

    /** Returns a quantization table in zigzag order. */
    int[] quantization(int slot) {
        int[] table = quantization.get(slot);
        if (table == null) {
            throw new MalformedImageException("a scan takes quantization table " + slot + ", which isn't there");
        }
        return table;
    }
}
