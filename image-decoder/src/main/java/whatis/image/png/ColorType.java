package whatis.image.png;

/** The colour types of PNG. */
enum ColorType {
    GREY(1),
    RGB(3),
    PALETTE(1),
    GREY_ALPHA(2),
    RGB_ALPHA(4);

    private final int channels;

    ColorType(int channels) {
        this.channels = channels;
    }

    /** Returns how many samples a pixel has. */
    int channels() {
        return channels;
    }
}
