package whatis.classification.image;

/** Writes images that are small as files and large as pixels. */
public final class LargeImage {

    private LargeImage() {}

    /**
     * Returns a CMYK JPEG of one colour, which takes seven bytes a pixel while it is prepared: four inks and the result.
     *
     * @param width a multiple of eight
     * @param height a multiple of eight
     */
    public static byte[] cmyk(int width, int height) {
        int blocks = width / BareJpeg.BLOCK_LENGTH * (height / BareJpeg.BLOCK_LENGTH);
        return new BareJpeg()
                .segment(0xee, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0)
                .segment(
                        0xc0,
                        8,
                        height >> 8,
                        height,
                        width >> 8,
                        width,
                        4,
                        1,
                        0x11,
                        0,
                        2,
                        0x11,
                        0,
                        3,
                        0x11,
                        0,
                        4,
                        0x11,
                        0)
                .huffmanTable(0x00, 0)
                .huffmanTable(0x10, 0)
                .segment(0xda, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0)
                // A block is one code of each table: as the block before, and nothing more.
                .zeroBits(blocks * 4 * 2)
                .end();
    }
}
