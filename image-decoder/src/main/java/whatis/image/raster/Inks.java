package whatis.image.raster;

/** Prints inks on white, by the sums of Pillow's conversion from CMYK to RGB. */
public final class Inks {

    private Inks() {}

    /**
     * Returns what an ink leaves of the light that black leaves.
     *
     * @param ink how much of cyan, magenta or yellow there is, 0 to 255
     * @param light what black leaves, 0 to 255
     * @return red, green or blue
     */
    public static int light(int ink, int light) {
        return Math.max(0, light - divideBy255(ink * light));
    }

    /** Divides 0 to 65025 and rounds to the nearest. */
    private static int divideBy255(int product) {
        int biased = product + 128;
        return (biased >> 8) + biased >> 8;
    }
}
