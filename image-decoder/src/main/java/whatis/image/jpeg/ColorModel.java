package whatis.image.jpeg;

/** What the components of a frame mean. */
public enum ColorModel {
    GREY,
    YCBCR,
    RGB,
    /** Four inks, stored inverted as Adobe does; Pillow takes all files for such. */
    CMYK,
    /** The same with three inks as YCbCr. */
    YCCK,
    /** Four inks, stored as such; only a container tells so. */
    INKS;

    private static final int ADOBE_UNKNOWN = 0;

    /**
     * Finds out by the rules of libjpeg.
     *
     * @param jfif whether there is a JFIF segment
     * @param adobeTransform the transform of Adobe's segment; -1 where there is none
     */
    static ColorModel of(FrameHeader frame, boolean jfif, int adobeTransform) {
        return switch (frame.components().size()) {
            case 1 -> GREY;
            case 3 -> ofThree(frame, jfif, adobeTransform);
            default -> adobeTransform <= ADOBE_UNKNOWN ? CMYK : YCCK;
        };
    }

    private static ColorModel ofThree(FrameHeader frame, boolean jfif, int adobeTransform) {
        if (jfif) {
            return YCBCR;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == ADOBE_UNKNOWN ? RGB : YCBCR;
        }
        boolean named = frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G'
                && frame.components().get(2).id() == 'B';
        return named ? RGB : YCBCR;
    }
}
