package whatis.classification.image;

/** Writes grey progressive JPEG files in which a few bytes make a decoder go over all blocks once more. */
final class ScanBomb {

    /** What the second table's code stands for, with fourteen zero bits behind it: a run of 2^14 blocks. */
    private static final int RUN = 0xe0;

    private static final int BLOCKS_PER_RUN = 1 << 14;
    private static final int BITS_PER_RUN = 15;

    private ScanBomb() {}

    static byte[] create(int width, int height, int scans) {
        BareJpeg jpeg = new BareJpeg()
                .segment(0xc2, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0)
                .huffmanTable(0x00, 0)
                .huffmanTable(0x10, RUN);
        int blocks = (width / BareJpeg.BLOCK_LENGTH) * (height / BareJpeg.BLOCK_LENGTH);
        scan(jpeg, 0, blocks);
        for (int scan = 1; scan < scans; scan++) {
            int runs = (blocks + BLOCKS_PER_RUN - 1) / BLOCKS_PER_RUN;
            scan(jpeg, 1 + (scan - 1) % 63, runs * BITS_PER_RUN);
        }
        return jpeg.end();
    }

    private static void scan(BareJpeg jpeg, int coefficient, int zeroBits) {
        jpeg.segment(0xda, 1, 1, 0, coefficient, coefficient, 0).zeroBits(zeroBits);
    }
}
