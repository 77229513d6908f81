package whatis.image.jpeg;

import java.util.HexFormat;
import whatis.image.raster.MalformedImageException;

/**
 * A Huffman table as a file holds it.
 *
 * @param counts how many codes there are of each length, from 1
 * @param symbols what the codes stand for, the shortest first
 */
record HuffmanSpec(int[] counts, int[] symbols) {

    private static final int MOST_SYMBOLS = 256;

    static HuffmanSpec read(Bytes segment) {
        int[] counts = new int[HuffmanTable.LONGEST_CODE + 1];
        int sum = 0;
        for (int length = 1; length < counts.length; length++) {
            counts[length] = segment.unsignedByte();
            sum += counts[length];
        }
        if (sum > MOST_SYMBOLS || sum > segment.remaining()) {
            throw new MalformedImageException("a Huffman table of " + sum + " symbols is too long");
        }
        int[] symbols = new int[sum];
        for (int i = 0; i < sum; i++) {
            symbols[i] = segment.unsignedByte();
        }
        return new HuffmanSpec(counts, symbols);
    }

    /** Reads a table written as hexadecimal figures: 16 counts, then the symbols. */
    static HuffmanSpec ofHex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return read(new Bytes(bytes, 0, bytes.length));
    }
}
