package whatis.image.webp.lossy;

/**
 * The factors of coefficients: RFC 6386, sections 9.6 and 14.1. Of each pair the first coefficient has one of its own.
 *
 * @param luma for a block of luma
 * @param lumaDc for the block that holds the first coefficients of a macroblock's blocks of luma
 * @param chroma for a block of chroma
 */
record Quantizer(int[] luma, int[] lumaDc, int[] chroma) {

    private static final int HIGHEST_INDEX = 127;
    private static final int HIGHEST_CHROMA_DC_INDEX = 117;
    private static final int LEAST_LUMA_DC_AC = 8;

    private static final int[] DC = {
        4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17, 17, 18, 19, 20, 20, 21, 21, 22, 22, 23, 23, 24, 25, 25,
        26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 46, 47, 48, 49, 50, 51,
        52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 76, 77, 78,
        79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 91, 93, 95, 96, 98, 100, 101, 102, 104, 106, 108, 110, 112, 114,
        116, 118, 122, 124, 126, 128, 130, 132, 134, 136, 138, 140, 143, 145, 148, 151, 154, 157
    };

    private static final int[] AC = {
        4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 60, 62,
        64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 104, 106, 108, 110, 112, 114,
        116, 119, 122, 125, 128, 131, 134, 137, 140, 143, 146, 149, 152, 155, 158, 161, 164, 167, 170, 173, 177, 181,
        185, 189, 193, 197, 201, 205, 209, 213, 217, 221, 225, 229, 234, 239, 245, 249, 254, 259, 264, 269, 274, 279,
        284
    };

    /** Reads the frame's indices and returns a quantizer for each segment. */
    static Quantizer[] read(BooleanDecoder header, Segments segments) {
        int ofFrame = header.number(7);
        int lumaFirst = header.optionalNumber(4);
        int lumaDcFirst = header.optionalNumber(4);
        int lumaDcRest = header.optionalNumber(4);
        int chromaFirst = header.optionalNumber(4);
        int chromaRest = header.optionalNumber(4);
        Quantizer[] quantizers = new Quantizer[Segments.COUNT];
        for (int i = 0; i < quantizers.length; i++) {
            int index = segments.quantizer(i, ofFrame);
            int[] luma = {factor(DC, index + lumaFirst, HIGHEST_INDEX), factor(AC, index, HIGHEST_INDEX)};
            int[] lumaDc = {
                2 * factor(DC, index + lumaDcFirst, HIGHEST_INDEX),
                Math.max(LEAST_LUMA_DC_AC, factor(AC, index + lumaDcRest, HIGHEST_INDEX) * 155 / 100)
            };
            int[] chroma = {
                factor(DC, index + chromaFirst, HIGHEST_CHROMA_DC_INDEX), factor(AC, index + chromaRest, HIGHEST_INDEX)
            };
            quantizers[i] = new Quantizer(luma, lumaDc, chroma);
        }
        return quantizers;
    }

    private static int factor(int[] table, int index, int highestIndex) {
        return table[Math.max(0, Math.min(index, highestIndex))];
    }
}
