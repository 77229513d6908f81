package whatis.image.tiff;

/** What the samples of a pixel mean, once they are bytes. */
enum PixelKind {
    GREY(1),
    /** Grey of up to sixteen bits: the high byte, and the low byte. */
    WIDE_GREY(2),
    PALETTE(1),
    RGB(3),
    /** Red, green and blue times alpha, and alpha. */
    PREMULTIPLIED_RGB(4),
    CMYK(4),
    YCBCR(3);

    private final int channels;

    PixelKind(int channels) {
        this.channels = channels;
    }

    /** Returns how many bytes a pixel takes. */
    int channels() {
        return channels;
    }
}
